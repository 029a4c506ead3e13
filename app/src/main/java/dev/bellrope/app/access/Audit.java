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

/** Writes down what was done to the installation, by whom and from where; entries are never changed. */
@Component
public class Audit {
    private final AuditTable table;
    private final Clock clock;

    Audit(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** For a command, which works without the application. */
    public static Audit of(JdbcClient client, Clock clock) {
        return new Audit(new AuditTable(client, Replica.none(client), new JsonMapper()), clock);
    }

    /**
     * One entry.
     *
     * @param entryId rises with time
     * @param act in a few words of the past tense, such as {@code token revoked}
     * @param subject what it was done to
     * @param detail as JSON
     * @param address where the request came from; empty: from Bellrope itself
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

    /** Writes an entry in the name of whoever is at work; in the transaction at hand, if there is one. */
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
     * Which entries are asked for; what is empty is not asked for.
     *
     * @param actor the name of whoever did it, whole
     * @param act such as {@code token revoked}, whole
     * @param subject a part of what it was done to
     */
    public record AuditFilter(String actor, String act, String subject) {
        public static final AuditFilter ALL = new AuditFilter("", "", "");
    }

    /** The newest ones, before that entry. */
    public List<AuditEntry> list(long before, int limit) {
        return list(AuditFilter.ALL, before, limit);
    }

    /** The newest ones of those, before that entry. */
    public List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        return table.list(filter, before, limit);
    }

    /** The acts that there are, in the order of the alphabet. */
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
