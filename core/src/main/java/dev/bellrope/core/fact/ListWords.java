package dev.bellrope.core.fact;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts conditions about lists and parts of texts into words: {@code the ticket's priority is urgent or high}. */
final class ListWords {
    /** The tests of a text's parts, with the words for when they hold and when they do not. */
    private static final Map<String, List<String>> WITHIN = Map.of(
            "startsWith", List.of(" begins with ", " does not begin with "),
            "endsWith", List.of(" ends with ", " does not end with "),
            "contains", List.of(" contains ", " does not contain "));

    private ListWords() {}

    /** Puts a condition on each element of a list into words; empty if there are no words for it. */
    interface Inner {
        String say(CelExpr body, String variable, Term subject, boolean not);
    }

    /** Returns a condition about a list or part of a text in words; empty for anything else. */
    static String say(CelExpr part, TermNames terms, boolean not, Inner inner) {
        if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return "";
        }
        List<CelExpr> args = part.call().args();
        Optional<CelExpr> target = part.call().target();
        if (Syntax.is(part, Operator.IN)) {
            return in(args.get(0), args.get(1), terms, not);
        }
        if (target.isEmpty()) {
            return "";
        }
        Optional<Term> subject = terms.find(target.get());
        String function = part.call().function();
        List<String> within = WITHIN.get(function);
        if (subject.isPresent() && within != null && args.size() == 1) {
            return terms.literal(args.getFirst())
                    .map(value -> subject.get().name() + within.get(not ? 1 : 0) + value)
                    .orElse("");
        }
        boolean each = function.equals("all");
        if (subject.isEmpty()
                || args.size() != 2
                || !(each || function.equals("exists"))
                || args.getFirst().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return "";
        }
        String many = " of " + subject.get().name();
        String who = each ? (not ? "one" : "each") : (not ? "none" : "one");
        return inner.say(
                args.get(1), args.getFirst().ident().name(), Term.called(who + many, FactType.TEXT), each && not);
    }

    private static String in(CelExpr what, CelExpr list, TermNames terms, boolean not) {
        Optional<Term> subject = terms.find(what);
        if (subject.isPresent() && list.getKind() == CelExpr.ExprKind.Kind.LIST) {
            List<String> values = list.list().elements().stream()
                    .flatMap(element -> terms.literal(element).stream())
                    .toList();
            if (values.isEmpty() || values.size() < list.list().elements().size()) {
                return "";
            }
            return subject.get().name()
                    + (not
                            ? values.size() == 1
                                    ? " is not " + values.getFirst()
                                    : " is none of " + joined(values, "and")
                            : " is " + joined(values, "or"));
        }
        Optional<String> value = terms.literal(what);
        Optional<Term> many = terms.find(list);
        if (value.isEmpty() || many.isEmpty()) {
            return "";
        }
        String verb = many.get().isMany()
                ? (not ? " do not include " : " include ")
                : (not ? " does not include " : " includes ");
        return many.get().name() + verb + value.get();
    }

    private static String joined(List<String> values, String word) {
        int last = values.size() - 1;
        return last == 0
                ? values.getFirst()
                : String.join(", ", values.subList(0, last)) + " " + word + " " + values.get(last);
    }
}
