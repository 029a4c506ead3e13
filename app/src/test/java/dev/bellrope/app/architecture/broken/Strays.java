package dev.bellrope.app.architecture.broken;

import org.springframework.web.bind.annotation.RestController;

/** A controller that is in no {@code web} package; abstract, so that the applications of other tests do not serve it. */
@RestController
abstract class Strays {}
