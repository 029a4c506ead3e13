package dev.bellrope.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.regex.Pattern;

/** Holds for a class none of whose texts matches; the texts are those of the compiled class. */
final class NeverSay extends ArchCondition<JavaClass> {
    private final Pattern pattern;

    NeverSay(String regex, String description) {
        super("never say " + description);
        pattern = Pattern.compile(regex);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (PoolEntry entry : ClassFile.of().parse(bytes(type)).constantPool()) {
            if (entry instanceof StringEntry text
                    && pattern.matcher(text.stringValue()).matches()) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " says: " + text.stringValue()));
            }
        }
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
