import dev.bellrope.client.ApiClient;
import dev.bellrope.client.api.AccountsApi;
import dev.bellrope.client.api.EscalationsApi;
import dev.bellrope.client.api.PeopleApi;
import dev.bellrope.client.api.SignalsApi;
import dev.bellrope.client.model.AccountBody;
import dev.bellrope.client.model.Closing;
import dev.bellrope.client.model.CloudEvent;
import dev.bellrope.client.model.CriterionConfirmation;
import dev.bellrope.client.model.CustomerUpdate;
import dev.bellrope.client.model.Declaration;
import dev.bellrope.client.model.Escalation;
import dev.bellrope.client.model.ExitCriterion;
import dev.bellrope.client.model.Note;
import dev.bellrope.client.model.PersonBody;
import dev.bellrope.client.model.Plan;
import dev.bellrope.client.model.PlanStep;
import dev.bellrope.client.model.Problem;
import dev.bellrope.client.model.Resolution;
import dev.bellrope.client.model.RootCause;
import dev.bellrope.client.model.SignalAnswer;
import dev.bellrope.client.model.StepValidation;
import dev.bellrope.client.model.TeamBody;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientResponseException;

/**
 * One escalation from open to closed, by the client that {@code java.yaml} makes. Its token has every scope and acts as a manager;
 * the playbook is the baseline.
 */
public final class OneEscalation {
    private final PeopleApi people;
    private final AccountsApi accounts;
    private final SignalsApi signals;
    private final EscalationsApi escalations;
    private final PrintStream out;

    private OneEscalation(ApiClient bellrope, PrintStream out) {
        people = new PeopleApi(bellrope);
        accounts = new AccountsApi(bellrope);
        signals = new SignalsApi(bellrope);
        escalations = new EscalationsApi(bellrope);
        this.out = out;
    }

    /** With the address of Bellrope, such as {@code http://localhost:8080}, and the token. */
    public static void main(String[] arguments) {
        run(arguments[0], arguments[1], System.out);
    }

    public static void run(String address, String token, PrintStream out) {
        ApiClient bellrope = new ApiClient();
        bellrope.setBasePath(address);
        bellrope.setBearerToken(token);
        OneEscalation program = new OneEscalation(bellrope, out);
        program.sayWhoWeAre();
        program.hearOfATicket();
        String key = program.open();
        program.acknowledgeOnlyWhatWasSeen(key);
        program.work(key);
        program.end(key);
    }

    /** PUT may be repeated: it says what is to be there. */
    private void sayWhoWeAre() {
        people.putTeam("platform", new TeamBody().name("Platform").calendar("always"), null);
        people.putPerson(
                "ana",
                new PersonBody()
                        .name("Ana Novak")
                        .email("ana@bellrope.example")
                        .team("platform")
                        .function("engineering")
                        .seniority(4),
                null);
        accounts.putAccount(
                "acme",
                new AccountBody().name("Acme Industries").plan("premium").facts(Map.of("lifetime_value", 250_000)),
                null);
    }

    private void hearOfATicket() {
        SignalAnswer answer = signals.sendSignals(
                new CloudEvent()
                        .specversion(CloudEvent.SpecversionEnum._1_0)
                        .id("4711-opened")
                        .source("helpdesk")
                        .type("ticket.opened")
                        .subject("4711")
                        .account("acme")
                        .data(Map.of("summary", "Exports are late", "priority", "normal")),
                null);
        out.println("ticket 4711: " + answer.getStatus());
    }

    /** The key makes it safe to send a POST again when no answer came: the second call opens nothing, and answers as the first one did. */
    private String open() {
        Declaration declaration = new Declaration()
                .account("acme")
                .title("Exports are late")
                .tickets(List.of("4711"))
                .severity(Declaration.SeverityEnum.S3);
        String once = UUID.randomUUID().toString();
        Escalation opened = escalations.declareEscalation(declaration, once);
        Escalation repeated = escalations.declareEscalation(declaration, once);
        tell(opened);
        out.println("sent again: " + repeated.getKey());
        return Objects.requireNonNull(opened.getKey());
    }

    /** An action with {@code If-Match} is refused when something happened that its sender has not seen. */
    private void acknowledgeOnlyWhatWasSeen(String key) {
        String seen = etag(escalations.getEscalation(key));
        escalations.addNote(key, seen, null, new Note().text("The nightly import has grown"));
        refused(() -> escalations.acknowledge(key, seen, null, Map.of()));
        escalations.acknowledge(key, etag(escalations.getEscalation(key)), null, Map.of());
        out.println("acknowledged");
    }

    private void work(String key) {
        escalations.sendUpdate(key, null, null, new CustomerUpdate().text("We are looking into it."));
        PlanStep step = new PlanStep().text("Give the export a queue of its own");
        refused(() -> escalations.setPlan(key, null, new Plan().steps(List.of(step.owner("nobody")))));
        escalations.setPlan(key, null, new Plan().steps(List.of(step.id("queue").owner("ana"))));
        escalations.validateStep(
                key, "queue", null, null, new StepValidation().passed(true).evidence("An hour without a late export"));
        escalations.recordRootCause(key, null, new RootCause().text("Exports waited behind imports"));
        tell(escalations.resolve(key, null, null, new Resolution().summary("Exports have a queue of their own")));
    }

    /** It ends when its exit criteria hold; the refusal says which of them does not. */
    private void end(String key) {
        refused(() -> escalations.close(key, null, null, new Closing()));
        for (ExitCriterion criterion : escalations.getEscalation(key).getExitCriteria()) {
            if (!criterion.getHolds()) {
                out.println("missing: " + criterion.getName());
                escalations.confirmCriterion(
                        key,
                        null,
                        null,
                        new CriterionConfirmation()
                                .criterion(criterion.getName())
                                .evidence("Jana wrote that it works"));
            }
        }
        tell(escalations.close(key, null, null, new Closing().note("Confirmed by the customer")));
    }

    private void tell(Escalation escalation) {
        out.println(escalation.getKey() + " is " + escalation.getStatus());
    }

    /** What goes wrong is a problem (RFC 9457), whose detail is for people. */
    private void refused(Supplier<Escalation> call) {
        try {
            call.get();
        } catch (RestClientResponseException refusal) {
            Problem problem = Objects.requireNonNull(refusal.getResponseBodyAs(Problem.class));
            out.println(problem.getStatus() + ": " + problem.getDetail());
            return;
        }
        throw new IllegalStateException("It was to be refused.");
    }

    private static String etag(Escalation escalation) {
        return '"' + escalation.getSequence().toString() + '"';
    }
}
