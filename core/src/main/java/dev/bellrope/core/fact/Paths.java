package dev.bellrope.core.fact;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the paths of the facts that an expression uses, such as {@code [signal, data, share]}. */
final class Paths {
    private final Vocabulary vocabulary;
    private final Set<List<String>> found = new LinkedHashSet<>();
    private final Set<String> loopNames = new HashSet<>();

    private Paths(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<List<String>> of(CelExpr expression, Vocabulary vocabulary) {
        Paths paths = new Paths(vocabulary);
        paths.visit(expression, List.of());
        return List.copyOf(paths.found);
    }

    private void visit(CelExpr part, List<String> selected) {
        switch (part.getKind()) {
            case IDENT -> {
                String name = part.ident().name();
                boolean fact = vocabulary.subjects().containsKey(name)
                        || vocabulary.bare().containsKey(name)
                        || name.equals(Expressions.NOW);
                if (fact && !loopNames.contains(name)) {
                    List<String> path = new ArrayList<>();
                    path.add(name);
                    path.addAll(selected);
                    found.add(List.copyOf(path));
                }
            }
            case SELECT -> {
                List<String> path = new ArrayList<>();
                path.add(part.select().field());
                path.addAll(selected);
                visit(part.select().operand(), path);
            }
            case CALL -> {
                part.call().target().ifPresent(target -> visit(target, List.of()));
                part.call().args().forEach(argument -> visit(argument, List.of()));
            }
            case LIST -> part.list().elements().forEach(element -> visit(element, List.of()));
            case MAP ->
                part.map().entries().forEach(entry -> {
                    visit(entry.key(), List.of());
                    visit(entry.value(), List.of());
                });
            case COMPREHENSION -> {
                visit(part.comprehension().iterRange(), List.of());
                boolean added = loopNames.add(part.comprehension().iterVar());
                visit(part.comprehension().accuInit(), List.of());
                visit(part.comprehension().loopCondition(), List.of());
                visit(part.comprehension().loopStep(), List.of());
                visit(part.comprehension().result(), List.of());
                if (added) {
                    loopNames.remove(part.comprehension().iterVar());
                }
            }
            case CONSTANT, STRUCT, NOT_SET -> {
                // these use no facts
            }
        }
    }
}
