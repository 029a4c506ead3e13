package dev.bellrope.core.fact;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;

/** Parses expressions without expanding macros, so that {@code exists} and {@code days_until} are still calls. */
final class Syntax {
    @SuppressWarnings("deprecation") // the library plans to drop two of these options; the defaults still differ
    static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .enableTimestampEpoch(false)
            .maxExpressionCodePointSize(Expressions.LONGEST)
            .maxParseRecursionDepth(Expressions.DEEPEST)
            .comprehensionMaxIterations(Expressions.MOST_ROUNDS)
            .maxRegexProgramSize(500)
            .build();

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS).build();

    private Syntax() {}

    /** Parses a source that was compiled before and therefore has no mistakes. */
    static CelExpr parse(String source) {
        try {
            CelValidationResult parsed = PARSER.parse(source, "");
            return parsed.getAst().getExpr();
        } catch (CelValidationException e) {
            throw new IllegalStateException("compiled, but cannot be parsed: " + source, e);
        }
    }

    /** Returns the source of a part. */
    static String source(CelExpr part) {
        return CelUnparserFactory.newUnparser()
                .unparse(CelAbstractSyntaxTree.newParsedAst(
                        part, CelSource.newBuilder("").build()));
    }

    static boolean is(CelExpr part, Operator operator) {
        return isCall(part, operator.getFunction());
    }

    /** Returns whether a part calls this function, with or without a target. */
    static boolean isCall(CelExpr part, String function) {
        return part.getKind() == CelExpr.ExprKind.Kind.CALL
                && part.call().function().equals(function);
    }

    /** Returns the operands of an operator such as {@code &&}, with nested ones flattened. */
    static List<CelExpr> joined(CelExpr part, Operator by) {
        if (!is(part, by)) {
            return List.of(part);
        }
        List<CelExpr> all = new ArrayList<>();
        part.call().args().forEach(argument -> all.addAll(joined(argument, by)));
        return all;
    }
}
