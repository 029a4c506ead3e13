package dev.bellrope.core.fact;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;

/** Puts comparisons into words: {@code the severity is S2 or worse}. */
final class ComparisonWords {
    private ComparisonWords() {}

    private enum Comparison {
        SAME(Operator.EQUALS),
        OTHER(Operator.NOT_EQUALS),
        LESS(Operator.LESS),
        AT_MOST(Operator.LESS_EQUALS),
        MORE(Operator.GREATER),
        AT_LEAST(Operator.GREATER_EQUALS);

        private final Operator operator;

        Comparison(Operator operator) {
            this.operator = operator;
        }

        static Optional<Comparison> find(CelExpr part) {
            for (Comparison how : values()) {
                if (Syntax.is(part, how.operator)) {
                    return Optional.of(how);
                }
            }
            return Optional.empty();
        }

        Comparison negated() {
            return switch (this) {
                case SAME -> OTHER;
                case OTHER -> SAME;
                case LESS -> AT_LEAST;
                case AT_LEAST -> LESS;
                case MORE -> AT_MOST;
                case AT_MOST -> MORE;
            };
        }

        /** Returns the comparison with its sides swapped. */
        Comparison turned() {
            return switch (this) {
                case SAME, OTHER -> this;
                case LESS -> MORE;
                case MORE -> LESS;
                case AT_MOST -> AT_LEAST;
                case AT_LEAST -> AT_MOST;
            };
        }
    }

    /** Returns a comparison in words; empty for anything else. */
    static String say(CelExpr part, TermNames terms, boolean not) {
        Optional<Comparison> found = Comparison.find(part);
        if (found.isEmpty()) {
            return "";
        }
        Comparison how = not ? found.get().negated() : found.get();
        CelExpr left = part.call().args().get(0);
        CelExpr right = part.call().args().get(1);
        boolean turned = terms.literal(left).isPresent();
        return turned ? say(right, how.turned(), left, terms) : say(left, how, right, terms);
    }

    private static String say(CelExpr subject, Comparison how, CelExpr value, TermNames terms) {
        Optional<String> other = terms.literal(value).or(() -> terms.find(value).map(Term::name));
        if (other.isEmpty()) {
            return "";
        }
        if (Syntax.isCall(subject, "days_until") || Syntax.isCall(subject, "hours_since")) {
            boolean days = Syntax.isCall(subject, "days_until");
            return terms.find(subject.call().args().getFirst())
                    .map(time -> time.name()
                            + (days ? " is " : " was ")
                            + amount(how)
                            + other.get()
                            + (days ? days(other.get()) + " away" : hours(other.get()) + " ago"))
                    .orElse("");
        }
        return terms.find(subject).map(term -> say(term, how, other.get())).orElse("");
    }

    private static String say(Term term, Comparison how, String value) {
        if (!term.counted().isEmpty() && value.matches("\\d+")) {
            return term.counted() + " " + times(how, value);
        }
        return term.name()
                + switch (term.type()) {
                    case RANK -> ranked(term.ranks(), how, value);
                    case TIME -> when(how, value);
                    default ->
                        (how == Comparison.OTHER ? " is not " : " is " + (how == Comparison.SAME ? "" : amount(how)))
                                + value;
                };
    }

    private static String ranked(FactWords.Ranks ranks, Comparison how, String value) {
        return switch (how) {
            case SAME -> " is " + value;
            case OTHER -> " is not " + value;
            case LESS -> " is " + ranks.low() + " than " + value;
            case AT_MOST -> " is " + value + " or " + ranks.low();
            case MORE -> " is " + ranks.high() + " than " + value;
            case AT_LEAST -> " is " + value + " or " + ranks.high();
        };
    }

    private static String when(Comparison how, String value) {
        return switch (how) {
            case SAME -> " is at " + value;
            case OTHER -> " is not at " + value;
            case LESS -> " is before " + value;
            case AT_MOST -> " is not after " + value;
            case MORE -> " is after " + value;
            case AT_LEAST -> " is not before " + value;
        };
    }

    private static String amount(Comparison how) {
        return switch (how) {
            case SAME -> "exactly ";
            case OTHER -> "not exactly ";
            case LESS -> "less than ";
            case AT_MOST -> "at most ";
            case MORE -> "more than ";
            case AT_LEAST -> "at least ";
        };
    }

    private static String times(Comparison how, String value) {
        if (value.equals("0") && List.of(Comparison.MORE, Comparison.OTHER).contains(how)) {
            return "at least once";
        }
        if (value.equals("0") && List.of(Comparison.SAME, Comparison.AT_MOST).contains(how)) {
            return "not once";
        }
        String often = value.equals("1") ? "once" : value.equals("2") ? "twice" : value + " times";
        return amount(how) + often;
    }

    private static String days(String value) {
        return value.equals("1") ? " day" : " days";
    }

    private static String hours(String value) {
        return value.equals("1") ? " hour" : " hours";
    }
}
