package dev.bellrope.core.fact;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles CEL expressions over one vocabulary: typed, bounded, and independent of the system clock.
 *
 * <p>Two functions are added to the standard ones: {@code days_until(time)} and {@code hours_since(time)}, relative to
 * the fact {@code now}. An expression has at most {@value #LONGEST} characters and {@value #DEEPEST} nested parts, and
 * is cut short after {@value #MOST_ROUNDS} rounds through lists, or after {@value #MOST_WORK} letters and items in what
 * it reads and makes. Immutable; the compiled expressions are thread-safe.
 */
public final class Expressions {
    /** The maximum length of a source, in characters. */
    public static final int LONGEST = 2_000;

    static final int DEEPEST = 40;
    static final int MOST_ROUNDS = 10_000;
    static final int MOST_WORK = 5_000_000;

    /** The internal name for the instant of the decision; no playbook can use it by accident. */
    static final String NOW = "now__";

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(Syntax.OPTIONS)
            .addFunctionBindings(CelFunctionBinding.from(
                    "days_between_time_time", Instant.class, Instant.class, (from, to) -> seconds(from, to) / 86_400))
            .addFunctionBindings(CelFunctionBinding.from(
                    "hours_between_time_time", Instant.class, Instant.class, (from, to) -> seconds(from, to) / 3_600))
            .build();

    private final Vocabulary vocabulary;
    private final CelCompiler compiler;

    private Expressions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.compiler = compiler(vocabulary);
    }

    /** Creates a compiler of expressions over a vocabulary. */
    public static Expressions over(Vocabulary vocabulary) {
        return new Expressions(vocabulary);
    }

    /** Compiles one expression. */
    public CompilationResult compile(String source, ResultType wanted) {
        if (source.isBlank()) {
            return new CompilationResult.ExpressionMistake(1, 1, "there is nothing to evaluate", "");
        }
        CelValidationResult checked = compiler.compile(source, "");
        if (checked.hasError()) {
            return CelMistakes.of(checked.getErrors().getFirst(), source, vocabulary);
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            if (!gives(tree.getResultType(), wanted)) {
                return CelMistakes.ofResult(tree.getResultType(), wanted);
            }
            return new CompilationResult.Ready(new CelExpression(
                    source,
                    RUNTIME.createProgram(tree),
                    Paths.of(tree.getExpr(), vocabulary),
                    vocabulary,
                    wanted,
                    this));
        } catch (CelValidationException | CelEvaluationException e) {
            return new CompilationResult.ExpressionMistake(1, 1, "cannot be evaluated: " + e.getMessage(), "");
        }
    }

    /** Returns an expression that was compiled here in words. */
    String words(String source, ResultType wanted) {
        return ExpressionWords.of(Syntax.parse(source), vocabulary, wanted);
    }

    /** Returns the structure of a condition that was compiled here. */
    Clause clause(Expression condition) {
        return clause(Syntax.parse(condition.source()), condition);
    }

    private Clause clause(CelExpr part, Expression whole) {
        if (Syntax.is(part, Operator.LOGICAL_AND)) {
            return new Clause.Conjunction(clauses(part, Operator.LOGICAL_AND, whole));
        }
        if (Syntax.is(part, Operator.LOGICAL_OR)) {
            return new Clause.Disjunction(clauses(part, Operator.LOGICAL_OR, whole));
        }
        return new Clause.SimpleClause(
                compile(Syntax.source(part), ResultType.TRUTH) instanceof CompilationResult.Ready(Expression one)
                        ? one
                        : whole);
    }

    private List<Clause> clauses(CelExpr part, Operator by, Expression whole) {
        return Syntax.joined(part, by).stream().map(one -> clause(one, whole)).toList();
    }

    private static boolean gives(CelType type, ResultType wanted) {
        if (type.equals(SimpleType.DYN)) {
            return true;
        }
        return switch (wanted) {
            case TRUTH -> type.equals(SimpleType.BOOL);
            case NUMBER -> type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
            case TEXT -> type.equals(SimpleType.STRING);
        };
    }

    private static CelCompiler compiler(Vocabulary vocabulary) {
        Map<String, CelType> structs = new LinkedHashMap<>();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(Syntax.OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(relativeToNow("days_until", "days_between", false))
                .addMacros(relativeToNow("hours_since", "hours_between", true))
                .addFunctionDeclarations(between("days_between"), between("hours_between"))
                .addVar(NOW, SimpleType.TIMESTAMP);
        vocabulary.subjects().forEach((subject, fields) -> {
            String name = "facts_of_" + subject;
            ImmutableMap<String, FactType> types = ImmutableMap.copyOf(fields);
            structs.put(
                    name,
                    StructType.create(
                            name,
                            types.keySet(),
                            field -> Optional.ofNullable(types.get(field)).map(Expressions::typeOf)));
            builder.addVar(subject, StructTypeReference.create(name));
        });
        vocabulary.bare().forEach((name, type) -> builder.addVar(name, typeOf(type)));
        vocabulary
                .words()
                .forEach((word, value) ->
                        builder.addVar(word, value instanceof Long ? SimpleType.INT : SimpleType.STRING));
        ImmutableMap<String, CelType> provided = ImmutableMap.copyOf(structs);
        builder.setTypeProvider(new CelTypeProvider() {
            @Override
            public ImmutableList<CelType> types() {
                return ImmutableList.copyOf(provided.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(provided.get(name));
            }
        });
        return builder.build();
    }

    private static CelType typeOf(FactType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case WHOLE, RANK -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TIME -> SimpleType.TIMESTAMP;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case ANYTHING -> SimpleType.DYN;
        };
    }

    private static CelMacro relativeToNow(String name, String function, boolean nowLast) {
        return CelMacro.newGlobalMacro(name, 1, (factory, target, arguments) -> {
            CelExpr now = factory.newIdentifier(NOW);
            CelExpr other = arguments.getFirst();
            return Optional.of(factory.newGlobalCall(
                    function, nowLast ? ImmutableList.of(other, now) : ImmutableList.of(now, other)));
        });
    }

    private static CelFunctionDecl between(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name + "_time_time", SimpleType.DOUBLE, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP));
    }

    private static double seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() + between.getNano() / 1e9;
    }
}
