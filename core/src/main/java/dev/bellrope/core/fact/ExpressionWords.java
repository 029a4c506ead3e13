package dev.bellrope.core.fact;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts an expression into words. Parts without words are between backticks, as they are written. */
final class ExpressionWords {
    private final TermNames terms;

    private ExpressionWords(TermNames terms) {
        this.terms = terms;
    }

    /** Returns a condition, or an expression that gives a value, in words. */
    static String of(CelExpr expression, Vocabulary vocabulary, ResultType wanted) {
        ExpressionWords wording = new ExpressionWords(new TermNames(vocabulary));
        return wanted == ResultType.TRUTH ? wording.condition(expression, false).text() : wording.value(expression);
    }

    private enum Form {
        ONE,
        ALL,
        ANY
    }

    private record WordedExpression(String text, Form form) {
        static WordedExpression one(String text) {
            return new WordedExpression(text, Form.ONE);
        }
    }

    private WordedExpression condition(CelExpr part, boolean not) {
        if (Syntax.is(part, Operator.LOGICAL_NOT)) {
            return condition(part.call().args().getFirst(), !not);
        }
        for (Operator operator : List.of(Operator.LOGICAL_AND, Operator.LOGICAL_OR)) {
            if (Syntax.is(part, operator)) {
                boolean all = (operator == Operator.LOGICAL_AND) != not;
                return joined(
                        Syntax.joined(part, operator).stream()
                                .map(one -> condition(one, not))
                                .toList(),
                        all ? Form.ALL : Form.ANY);
            }
        }
        return WordedExpression.one(Stream.of(
                        ComparisonWords.say(part, terms, not),
                        ListWords.say(part, terms, not, this::inner),
                        terms.truth(part, not))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> code(part) + (not ? " does not hold" : " holds")));
    }

    /** Puts a condition on each element of a list into words; empty if it is too complex for words. */
    private String inner(CelExpr body, String variable, Term subject, boolean not) {
        if (Syntax.is(body, Operator.LOGICAL_AND) || Syntax.is(body, Operator.LOGICAL_OR)) {
            return "";
        }
        WordedExpression said = new ExpressionWords(terms.with(variable, subject)).condition(body, not);
        return said.text().contains("`") ? "" : said.text();
    }

    private static WordedExpression joined(List<WordedExpression> parts, Form form) {
        boolean nested = parts.stream().anyMatch(part -> part.form() != Form.ONE);
        List<String> texts = new ArrayList<>();
        for (WordedExpression part : parts) {
            texts.add(part.form() == Form.ANY && form == Form.ALL ? "either " + part.text() : part.text());
        }
        String word = form == Form.ALL ? "and" : "or";
        String text = texts.size() == 2 || nested
                ? String.join((nested ? ", " : " ") + word + " ", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " " + word + " " + texts.getLast();
        return new WordedExpression(text, form);
    }

    /** Puts an expression that gives a word or a number into words. */
    private String value(CelExpr part) {
        if (Syntax.is(part, Operator.CONDITIONAL)) {
            List<CelExpr> args = part.call().args();
            return value(args.get(1)) + " where "
                    + condition(args.getFirst(), false).text() + ", else " + value(args.get(2));
        }
        if (Syntax.isCall(part, "days_until") || Syntax.isCall(part, "hours_since")) {
            boolean days = Syntax.isCall(part, "days_until");
            return terms.find(part.call().args().getFirst())
                    .map(term -> (days ? "the days until " : "the hours since ") + term.name())
                    .orElseGet(() -> code(part));
        }
        return terms.literal(part).or(() -> terms.find(part).map(Term::name)).orElseGet(() -> code(part));
    }

    private static String code(CelExpr part) {
        return "`" + Syntax.source(part) + "`";
    }
}
