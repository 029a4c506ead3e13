package dev.bellrope.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Bellrope {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(Bellrope.class, args);
    }
}
