package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.CommandRefused;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.NoSuchEscalation;
import dev.bellrope.app.escalations.StaleRevision;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.DamagedArchive;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.JsonProblems;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.revision.MeanwhileEvent;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries out acts for both the API and the console; turns refusals into problems. */
@Component
public class ActRequests {
    private final Escalations escalations;
    private final EscalationHistories histories;
    private final Directory directory;
    private final ActorNames names;
    private final ActorLookup actors;
    private final EscalationViews views;
    private final JsonMapper json;

    ActRequests(
            Escalations escalations,
            EscalationHistories histories,
            Directory directory,
            ActorNames names,
            ActorLookup actors,
            EscalationViews views,
            JsonMapper json) {
        this.escalations = escalations;
        this.histories = histories;
        this.directory = directory;
        this.names = names;
        this.actors = actors;
        this.views = views;
        this.json = json;
    }

    /** Reads the body of an act as a command. */
    Command command(Act act, JsonNode body) {
        try {
            return json.treeToValue(body, ActResource.of(act).body()).command();
        } catch (JacksonException wrong) {
            throw JsonProblems.of(wrong);
        }
    }

    public CommandOutcome act(
            String key, CurrentUser who, VisibleAccounts visible, Act act, JsonNode body, OptionalLong seen) {
        try {
            return act(key, who, visible, command(act, body), seen);
        } catch (ProblemException refused) {
            throw refused.status() == HttpStatus.UNPROCESSABLE_CONTENT
                            && refused.errors().isEmpty()
                    ? withMissing(refused, act, body)
                    : refused;
        }
    }

    /** The core says in words what is empty; programs are told where. */
    private static ProblemException withMissing(ProblemException refused, Act act, JsonNode body) {
        ProblemException problem = refused;
        for (FormField field : ActResource.of(act).fields()) {
            JsonNode given = body.path(field.name());
            if (field.required() && isEmpty(given)) {
                problem = problem.with(ProblemError.at("/" + field.name(), "must not be empty"));
            }
        }
        return problem;
    }

    private static boolean isEmpty(JsonNode given) {
        return given.isMissingNode()
                || given.isNull()
                || (given.isString() && given.asString().isBlank())
                || (given.isArray() && given.isEmpty());
    }

    private CommandOutcome act(
            String key, CurrentUser who, VisibleAccounts visible, Command command, OptionalLong seen) {
        return guarded(key, who, visible, actor -> {
            if (command instanceof Command.Merge(String into)) {
                long newest = get(key, visible).sequence();
                if (escalations.find(into, visible).isEmpty()) {
                    throw new NoSuchEscalation(into);
                }
                if (seen.isPresent() && seen.getAsLong() != newest) {
                    throw new StaleRevision(key, histories.get(key, seen.getAsLong()));
                }
                return escalations.merge(key, into, actor);
            }
            return escalations.act(key, actor, command, seen);
        });
    }

    /**
     * Returns what somebody has seen who took a while to write: the newest event, if since then only clocks moved on. A
     * clock that warns while somebody writes an update does not invalidate it; what a person did, or a change of hands
     * or level, does.
     */
    public OptionalLong seenWhileWriting(String key, OptionalLong seen) {
        List<RecordedEvent> since = seen.isEmpty() ? List.of() : histories.get(key, seen.getAsLong());
        return !since.isEmpty() && since.stream().map(RecordedEvent::event).allMatch(ActRequests::ranOn)
                ? OptionalLong.of(since.getLast().sequence())
                : seen;
    }

    private static boolean ranOn(Event event) {
        return event instanceof Event.TargetWarned
                || event instanceof Event.TargetMissed
                || event instanceof Event.TargetStarted
                || event instanceof Event.ExecutivesInformed;
    }

    /** Does something as the signed-in user, and turns refusals into problems. */
    public <T> T guarded(String key, CurrentUser who, VisibleAccounts visible, Function<Actor, T> doing) {
        Actor actor = actors.actor(who, get(key, visible).state());
        try {
            return doing.apply(actor);
        } catch (CommandRefused refused) {
            throw problem(key, who, visible, named(refused.refusal(), key));
        } catch (StaleRevision overtaken) {
            throw overtaken(overtaken, who);
        } catch (NoSuchEscalation missing) {
            throw ProblemException.unprocessable(String.valueOf(missing.getMessage()));
        } catch (DamagedArchive damaged) {
            throw histories.problem(damaged);
        }
    }

    /** The core names people by the directory. Programs, and others who are not in it, are named as in the history. */
    private Decision.Refused named(Decision.Refused refusal, String key) {
        String why = refusal.why();
        for (RecordedEvent happening : historyForNames(key)) {
            if (directory.findPerson(happening.actor()).isEmpty()) {
                why = why.replace(" by " + happening.actor() + " ", " by " + happening.actorName() + " ");
            }
        }
        return new Decision.Refused(refusal.kind(), why);
    }

    /** The refusal is what the caller must learn, even when names cannot be looked up. */
    private List<RecordedEvent> historyForNames(String key) {
        try {
            return histories.get(key, 0);
        } catch (ProblemException damaged) {
            return List.of();
        }
    }

    CommandOutcome begin(CurrentUser who, String account, Escalations.OpeningCommand command) {
        try {
            return escalations.begin(actors.actor(who, null), account, command);
        } catch (CommandRefused refused) {
            throw ProblemException.refused(
                    refused.refusal().kind(), refused.refusal().why());
        }
    }

    /** Returns the escalation with a key; one that may not be seen is answered as if it did not exist. */
    public CommandOutcome get(String key, VisibleAccounts visible) {
        return escalations
                .find(key, visible)
                .orElseThrow(() -> ProblemException.notFound("There is no escalation " + key + "."));
    }

    /** Whoever comes at the wrong moment is told what they may ask for instead. */
    private ProblemException problem(String key, CurrentUser who, VisibleAccounts visible, Decision.Refused refusal) {
        ProblemException problem = ProblemException.refused(refusal.kind(), refusal.why());
        return refusal.kind() == Decision.RefusalKind.STATE
                ? problem.with("allowed", views.of(get(key, visible), who).allowed())
                : problem;
    }

    private ProblemException overtaken(StaleRevision overtaken, CurrentUser who) {
        Journal journal = new Journal(who.zone(), this::name);
        return MeanwhileEvent.problem(
                String.valueOf(overtaken.getMessage()),
                overtaken.since().stream()
                        .map(happening -> meanwhile(happening, journal))
                        .toList());
    }

    private static MeanwhileEvent meanwhile(RecordedEvent happening, Journal journal) {
        Journal.JournalLine line = journal.line(happening.event());
        return new MeanwhileEvent(
                happening.sequence(),
                happening.at(),
                happening.type(),
                happening.actorName(),
                happening.actorName() + ", " + journal.when(happening.at()) + ": "
                        + (line.what() + " " + line.text()).strip());
    }

    public String name(String id) {
        return names.name(id);
    }
}
