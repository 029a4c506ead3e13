package dev.bellrope.core.fact;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the words for the facts and values of an expression. */
final class TermNames {
    private final Vocabulary vocabulary;
    private final Map<String, Term> variables;

    TermNames(Vocabulary vocabulary) {
        this(vocabulary, Map.of());
    }

    private TermNames(Vocabulary vocabulary, Map<String, Term> variables) {
        this.vocabulary = vocabulary;
        this.variables = variables;
    }

    /** Returns these names with one for the elements of a list added. */
    TermNames with(String variable, Term term) {
        Map<String, Term> more = new HashMap<>(variables);
        more.put(variable, term);
        return new TermNames(vocabulary, more);
    }

    /** Finds the term for the fact that a part uses. */
    Optional<Term> find(CelExpr part) {
        if (part.getKind() == CelExpr.ExprKind.Kind.IDENT
                && variables.containsKey(part.ident().name())) {
            return Optional.ofNullable(variables.get(part.ident().name()));
        }
        if (Syntax.isCall(part, "size")) {
            CelExpr counted =
                    part.call().target().orElseGet(() -> part.call().args().getFirst());
            return find(counted).map(term -> Term.called("the number of " + term.name(), FactType.WHOLE));
        }
        List<String> path = path(part);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(FactWords.of(path), FactWords.counted(path), type(path), FactWords.ranks(path)));
    }

    private List<String> path(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> {
                String name = part.ident().name();
                boolean fact = vocabulary.subjects().containsKey(name)
                        || vocabulary.bare().containsKey(name);
                yield fact && !vocabulary.words().containsKey(name) ? List.of(name) : List.of();
            }
            case SELECT -> below(path(part.select().operand()), part.select().field());
            case CALL -> {
                List<CelExpr> args = part.call().args();
                yield Syntax.is(part, Operator.INDEX) && isText(args.get(1))
                        ? below(path(args.getFirst()), args.get(1).constant().stringValue())
                        : List.of();
            }
            default -> List.of();
        };
    }

    private static boolean isText(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static List<String> below(List<String> path, String field) {
        if (path.isEmpty()) {
            return path;
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(field);
        return longer;
    }

    private FactType type(List<String> path) {
        FactType type = path.size() == 1
                ? vocabulary.bare().get(path.getFirst())
                : path.size() == 2
                        ? vocabulary
                                .subjects()
                                .getOrDefault(path.getFirst(), Map.of())
                                .get(path.getLast())
                        : null;
        return type == null ? FactType.ANYTHING : type;
    }

    /** Finds the words for a literal value in the expression. */
    Optional<String> literal(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT ->
                vocabulary.words().containsKey(part.ident().name())
                                && !variables.containsKey(part.ident().name())
                        ? Optional.of(FactWords.plain(part.ident().name()))
                        : Optional.empty();
            case CONSTANT ->
                switch (part.constant().getKind()) {
                    case STRING_VALUE -> Optional.of(text(part.constant().stringValue()));
                    case INT64_VALUE ->
                        Optional.of(String.valueOf(part.constant().int64Value()));
                    case DOUBLE_VALUE ->
                        Optional.of(BigDecimal.valueOf(part.constant().doubleValue())
                                .stripTrailingZeros()
                                .toPlainString());
                    case BOOLEAN_VALUE ->
                        Optional.of(String.valueOf(part.constant().booleanValue()));
                    default -> Optional.empty();
                };
            case CALL ->
                Syntax.isCall(part, "timestamp")
                                && part.call().args().size() == 1
                                && isText(part.call().args().getFirst())
                        ? Optional.of(part.call()
                                .args()
                                .getFirst()
                                .constant()
                                .stringValue()
                                .replaceFirst("T00:00:00Z$", ""))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Quotes a text unless it is a single word, so that it cannot be mistaken for part of the sentence. */
    private static String text(String value) {
        return value.matches("[\\w.-]+") ? value : "\u201c" + value + "\u201d";
    }

    /**
     * Returns the words for a part that is a truth itself: a fact, a constant, or {@code has()}; empty for anything
     * else.
     */
    String truth(CelExpr part, boolean not) {
        if (Syntax.isCall(part, "has") && part.call().args().size() == 1) {
            return find(part.call().args().getFirst())
                    .map(term -> term.name() + (not ? " is not known" : " is known"))
                    .orElse("");
        }
        if (part.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return literal(part)
                    .map(value -> value.equals("true") != not ? "in every case" : "never")
                    .orElse("");
        }
        return find(part)
                .map(term -> term.name() + (not ? " is not true" : " is true"))
                .orElse("");
    }
}
