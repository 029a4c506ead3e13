package dev.bellrope.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Top-level types of one package that depend on each other in a circle, by Tarjan's algorithm; nested types count as the one around them. */
final class Circles {
    private final Map<String, Set<String>> edges;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Circles(Map<String, Set<String>> edges) {
        this.edges = edges;
    }

    /** Each as {@code package: Type, Type}, in alphabetical order. */
    static List<String> largerThan(int most, JavaClasses classes) {
        Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
        for (JavaClass type : classes) {
            Map<String, Set<String>> edges = packages.computeIfAbsent(type.getPackageName(), one -> new TreeMap<>());
            Set<String> targets = edges.computeIfAbsent(outermost(type), one -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().equals(type.getPackageName()))
                    .map(Circles::outermost)
                    .forEach(targets::add);
        }
        List<String> circles = new ArrayList<>();
        packages.forEach((name, edges) -> {
            Circles search = new Circles(edges);
            edges.keySet().forEach(search::visit);
            search.found.stream()
                    .filter(circle -> circle.size() > most)
                    .forEach(circle -> circles.add(name.replaceFirst("^dev\\.bellrope\\.(app\\.architecture\\.)?", "")
                            + ": " + String.join(", ", circle)));
        });
        return circles;
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private void visit(String type) {
        if (index.containsKey(type)) {
            return;
        }
        index.put(type, index.size());
        low.put(type, index.get(type));
        stack.push(type);
        for (String target : edges.getOrDefault(type, Set.of())) {
            if (!index.containsKey(target)) {
                visit(target);
                low.merge(type, low.get(target), Math::min);
            } else if (stack.contains(target)) {
                low.merge(type, index.get(target), Math::min);
            }
        }
        if (low.get(type).equals(index.get(type))) {
            Set<String> circle = new TreeSet<>();
            String member;
            do {
                member = stack.pop();
                circle.add(member);
            } while (!member.equals(type));
            found.add(circle);
        }
    }
}
