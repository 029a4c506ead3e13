package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The state that is kept is the fold of what happened; both are read in one look at the database, for an open one goes on meanwhile. */
public final class Fold {
    private final Escalations escalations;
    private final TransactionTemplate look;

    public Fold(RunningApp app) {
        escalations = app.get(Escalations.class);
        look = new TransactionTemplate(app.get(PlatformTransactionManager.class));
        look.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public void isKept(String key) {
        look.executeWithoutResult(status -> assertThat(escalations.refold(key))
                .isEqualTo(escalations.find(key).orElseThrow().state()));
    }
}
