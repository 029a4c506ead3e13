package dev.bellrope.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** What a class is or is not. */
final class Be extends ArchCondition<JavaClass> {
    private final Predicate<JavaClass> predicate;

    Be(String description, Predicate<JavaClass> predicate) {
        super("be " + description);
        this.predicate = predicate;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean satisfied = predicate.test(type);
        events.add(new SimpleConditionEvent(
                type,
                satisfied,
                type.getName()
                        + (satisfied ? " is" : " is not")
                        + getDescription().substring(2)));
    }
}
