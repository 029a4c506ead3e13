package dev.bellrope.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a generic type of the API: in its document it is called after its argument, with this at the end. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NamedAfterArgument {
    /** Such as {@code Page}, for an {@code AccountPage}. */
    String value();
}
