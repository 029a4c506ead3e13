package dev.bellrope.app.playbooks.web;

import dev.bellrope.app.web.ProblemException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the JSON Schema of playbooks, for editors. */
@RestController
class SchemaApi {
    private final Resource schema = new ClassPathResource("/dev/bellrope/core/playbook/playbook-v1.schema.json");

    @GetMapping("/schema/playbook-v1.json")
    ResponseEntity<Resource> schema() {
        if (!schema.exists()) {
            throw ProblemException.notFound("This version of Bellrope has no schema of playbooks.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "schema+json"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(schema);
    }
}
