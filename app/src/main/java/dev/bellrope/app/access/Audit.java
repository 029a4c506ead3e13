package dev.bellrope.app.access;

import dev.bellrope.app.database.Replica;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: records what was done to the installation, by whom and from where; entries never change. */
@Component
public class Audit {
    private final AuditTable table;
    private final Clock clock;

    Audit(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Makes an audit trail for the command line, which runs without the application. */
    public static Audit of(JdbcClient client, Clock clock) {
        return new Audit(new AuditTable(client, Replica.none(client), new JsonMapper()), clock);
    }

    /**
     * An entry of the audit trail.
     *
     * @param entryId increases with time
     * @param act what was done, in a few words in the past tense, such as {@code token revoked}
     * @param subject what it was done to
     * @param detail as JSON
     * @param address the address that the request came from; empty for Bellrope itself
     */
    @Schema(name = "AuditEntry")
    public record AuditEntry(
            long entryId,
            Instant at,
            String actorId,
            String actor,
            String act,
            String subject,
            String detail,
            String address) {}

    /** Records an entry on behalf of the current user, in the current transaction if there is one. */
    public void record(String act, String subject, Map<String, ?> detail) {
        Optional<CurrentUser> actor = Access.find();
        record(
                actor.map(CurrentUser::id).orElse("system"),
                actor.map(CurrentUser::name).orElse("Bellrope"),
                act,
                subject,
                detail);
    }

    void record(String actorId, String actor, String act, String subject, Map<String, ?> detail) {
        table.insert(clock.instant(), actorId, actor, act, subject, detail, address());
    }

    /**
     * Selects entries; an empty value does not filter.
     *
     * @param actor the full name of the actor
     * @param act the full act, such as {@code token revoked}
     * @param subject a part of the subject
     */
    public record AuditFilter(String actor, String act, String subject) {
        public static final AuditFilter ALL = new AuditFilter("", "", "");
    }

    /** Lists the newest entries before a given one. */
    public List<AuditEntry> list(long before, int limit) {
        return list(AuditFilter.ALL, before, limit);
    }

    /** Lists the newest entries that match a filter, before a given one. */
    public List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        return table.list(filter, before, limit);
    }

    /** Lists the recorded acts in alphabetical order. */
    public List<String> listActs() {
        return table.listActs();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? address(attributes.getRequest())
                : "";
    }

    private static String address(HttpServletRequest request) {
        return request.getRemoteAddr() == null ? "" : request.getRemoteAddr();
    }
}
