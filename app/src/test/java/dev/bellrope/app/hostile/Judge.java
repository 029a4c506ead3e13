package dev.bellrope.app.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an answer may never be or hold, whatever was sent. */
final class Judge {
    /** A fifth of it is plenty on an idle machine; what was built to explode takes minutes on any. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final Pattern INSIDE = Pattern.compile(
            "\\n\\s+at [\\w.$/]+\\(|\\b(?:dev\\.bellrope|java\\.(?:lang|util|io|sql|time|net)|"
                    + "jakarta|org\\.springframework|org\\.postgresql|org\\.apache|tools\\.jackson|com\\.fasterxml|dev\\.cel)\\.\\w+|"
                    + "PSQLException|PreparedStatement|bad SQL grammar|SQLSTATE|violates \\w+ constraint|Apache Tomcat");
    private static final List<String> UNESCAPED =
            List.of("<img src=x", "<script>bell", "href=\"javascript:", "src=\"javascript:");

    /** Within a tag, where a quotation mark was to end an attribute. */
    private static final Pattern ATTRIBUTE = Pattern.compile("<\\w[^<>]*\\sonmouseover=\"bell");

    private Judge() {}

    /** Everything that is wrong with the answer; nothing, when it is what it should be. */
    static List<String> complaints(Sent sent, Heard heard) {
        List<String> complaints = new ArrayList<>();
        if (heard.took().compareTo(LONGEST) > 0) {
            complaints.add("took " + heard.took());
        }
        if (heard.status() == 0 && sent.isWhole() && isPrintable(sent) && sent.body().length < 500_000) {
            complaints.add("hung up without an answer");
        }
        if (heard.status() >= 500) {
            complaints.add("answered " + heard.status());
        }
        if (heard.body().length > LARGEST) {
            complaints.add("answered " + heard.body().length + " bytes");
        }
        if (heard.headers().stream().anyMatch(header -> header.startsWith(Nasty.HEADER))) {
            complaints.add("sent a header of the caller's making");
        }
        if (heard.status() >= 400 || heard.type().startsWith("text/html")) {
            leaks(heard.text(), complaints);
        }
        if (heard.type().startsWith("text/html")) {
            ATTRIBUTE
                    .matcher(heard.text())
                    .results()
                    .forEach(found -> complaints.add("shows an attribute of the caller's making: " + found.group()));
            UNESCAPED.stream()
                    .filter(heard.text()::contains)
                    .forEach(found -> complaints.add("shows unescaped " + around(heard.text(), found)));
        }
        if (heard.status() >= 400
                && !sent.method().equals("HEAD")
                && sent.target().startsWith("/api/")
                && heard.type().contains("json")) {
            sayWhatIsWrong(heard, complaints);
        }
        return complaints;
    }

    private static void leaks(String text, List<String> complaints) {
        INSIDE.matcher(text)
                .results()
                .limit(1)
                .forEach(found -> complaints.add("shows its inside: " + around(text, found.group())));
    }

    private static void sayWhatIsWrong(Heard heard, List<String> complaints) {
        if (heard.json().path("detail").asString("").isBlank()) {
            complaints.add("does not say what is wrong: " + heard.text());
        }
    }

    /** What no parser of heads refuses by itself. */
    private static boolean isPrintable(Sent sent) {
        return sent.headers().stream().allMatch(header -> header.chars().allMatch(one -> one >= ' ' && one < 127))
                && sent.target().chars().allMatch(one -> one > ' ' && one < 127);
    }

    private static String around(String text, String found) {
        int at = text.indexOf(found);
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + found.length() + 200));
    }
}
