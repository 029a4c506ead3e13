package dev.bellrope.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a generic API type whose schema is named after its type argument, plus this suffix. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NamedAfterArgument {
    /** The suffix, such as {@code Page} for {@code AccountPage}. */
    String value();
}
