package dev.bellrope.core.routing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Ranks people for one role, takes the first who may be chosen, and says why. */
final class Ranking {
    /** The most candidates that a decision lists. */
    private static final int MOST_TOLD = 25;

    private Ranking() {}

    /**
     * Chooses the best of some people.
     *
     * @param among who is considered
     * @param called how the reason describes them if there are none, {@code of team platform}; empty for everybody
     * @param notes what to say before the reason
     */
    static Assignment choose(String role, List<Person> among, String called, Fit.Yardstick by, List<String> notes) {
        List<Fit> fits = among.stream()
                .map(person -> Fit.of(person, by))
                .sorted(Fit.BEST_FIRST)
                .toList();
        if (fits.isEmpty() || !fits.getFirst().isEligible()) {
            return new Assignment(role, "", said(notes, vacant(fits, called)), refused(fits));
        }
        Fit best = fits.getFirst();
        List<Assignment.Candidate> candidates = new ArrayList<>();
        candidates.add(candidate(best, true, best.words()));
        for (Fit fit : fits.subList(1, Math.min(MOST_TOLD, fits.size()))) {
            candidates.add(candidate(fit, false, fit.isEligible() ? fit.behind(best) : refusal(fit)));
        }
        List<String> all = new ArrayList<>(notes);
        if (by.otherZone() instanceof Fit.OtherZone.Than(Person owner)
                && !Measure.ZoneMeasure.differs(best.person(), owner, by.need().at())) {
            all.add("nobody" + space(called) + " in another zone than " + owner.name()
                    + " is available, so it is the same zone");
        }
        return new Assignment(role, best.person().id(), said(all, best.words()), candidates);
    }

    /** Joins the notes and the reason into one sentence. */
    static String said(List<String> notes, String because) {
        List<String> all = new ArrayList<>(notes);
        all.add(because);
        return String.join("; ", all);
    }

    private static List<Assignment.Candidate> refused(List<Fit> fits) {
        return fits.stream()
                .limit(MOST_TOLD)
                .map(fit -> candidate(fit, false, refusal(fit)))
                .toList();
    }

    private static Assignment.Candidate candidate(Fit fit, boolean chosen, String because) {
        return new Assignment.Candidate(fit.person().id(), fit.person().name(), fit.score(), chosen, because);
    }

    private static String refusal(Fit fit) {
        return "not chosen: " + fit.barred();
    }

    private static String vacant(List<Fit> fits, String called) {
        if (fits.isEmpty()) {
            return "nobody" + space(called) + " is on the roster";
        }
        int shown = 3;
        String why = fits.stream()
                .limit(shown)
                .map(fit -> fit.person().name() + " is " + fit.barred())
                .collect(joining(", "));
        return "nobody" + space(called) + " is available: " + why
                + (fits.size() > shown ? " and " + (fits.size() - shown) + " more" : "");
    }

    private static String space(String called) {
        return called.isEmpty() ? "" : " " + called;
    }
}
