package dev.bellrope.app.architecture.broken;

import dev.bellrope.app.access.VisibleAccounts;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that is in no {@code web} package and shows everything to everybody; abstract, so that the applications of other tests do
 * not serve it.
 */
@RestController
abstract class Strays {
    static boolean shows(String account) {
        return VisibleAccounts.ALL.has(account);
    }
}
