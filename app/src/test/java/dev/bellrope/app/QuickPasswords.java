package dev.bellrope.app;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Keeps passwords so that nobody has to wait for them: tests sign in hundreds of times, and have nothing to protect. */
final class QuickPasswords implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Argon2PasswordEncoder ? new Argon2PasswordEncoder(16, 32, 1, 16, 1) : bean;
    }
}
