package dev.bellrope.app.playbooks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.playbooks.PlaybookPublication;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.sentence.Difference;
import dev.bellrope.core.playbook.sentence.Differences;
import dev.bellrope.core.playbook.sentence.Sentences;
import dev.bellrope.core.playbook.yaml.Excerpts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the playbook: a map to share and print, its versions, and their differences. */
@Controller
@RequestMapping("/playbook")
class PlaybookPages {
    /** The number of versions listed with their differences; those of older ones have their own page. */
    private static final int TOLD = 20;

    private final Playbooks playbooks;
    private final PlaybookPublication publishing;
    private final PrintedMap printed;

    PlaybookPages(Playbooks playbooks, PlaybookPublication publishing, PrintedMap printed) {
        this.playbooks = playbooks;
        this.publishing = publishing;
        this.printed = printed;
    }

    @GetMapping
    ModelAndView inForce(CurrentUser who) {
        return map(version(playbooks.inForce().version()), who);
    }

    @GetMapping("/versions/{version}")
    ModelAndView show(@PathVariable String version, CurrentUser who) {
        return map(version(version), who);
    }

    private ModelAndView map(Playbooks.PlaybookVersion version, CurrentUser who) {
        Playbook playbook = playbooks.get(version.version());
        Map<String, Excerpts.PlaybookExcerpt> excerpts = new HashMap<>(Excerpts.of(PlaybookReader.baseline()));
        excerpts.putAll(Excerpts.of(version.text()));
        Map<String, Object> model = new HashMap<>();
        model.put("playbook", playbook);
        model.put("version", version);
        model.put("inForce", playbooks.inForce().version());
        model.put("chapters", Sentences.of(playbook));
        model.put("excerpts", excerpts);
        model.put("mayPublish", publishing.isPermitted(who));
        return new ModelAndView("playbook/playbook", model);
    }

    @GetMapping(path = "/versions/{version}/map.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String version) {
        Playbooks.PlaybookVersion found = version(version);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("playbook-" + version.replaceAll("[^\\w.-]", "-") + ".pdf")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_PDF)
                .body(printed.of(playbooks.get(version), found));
    }

    @GetMapping("/versions")
    ModelAndView versions(CurrentUser who) {
        List<Playbooks.PlaybookVersion> all = all();
        List<PlaybookEdition> editions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String before = i + 1 < all.size() ? all.get(i + 1).version() : "";
            String version = all.get(i).version();
            editions.add(new PlaybookEdition(
                    all.get(i), before, i < TOLD && !before.isEmpty() ? differences(before, version) : null));
        }
        return new ModelAndView(
                "playbook/versions", Map.of("editions", editions, "mayPublish", publishing.isPermitted(who)));
    }

    @GetMapping("/versions/{version}/changes")
    ModelAndView changes(@PathVariable String version, @RequestParam Optional<String> since) {
        Playbooks.PlaybookVersion later = version(version);
        List<Playbooks.PlaybookVersion> all = all();
        String earlier = since.filter(one -> !one.isBlank())
                .map(one -> version(one).version())
                .orElseGet(() -> {
                    int before = all.indexOf(later) + 1;
                    return before < all.size() ? all.get(before).version() : version;
                });
        Map<String, Object> model = new HashMap<>();
        model.put("version", later);
        model.put("since", earlier);
        model.put("versions", all);
        model.put("differences", differences(earlier, version));
        return new ModelAndView("playbook/changes", model);
    }

    private List<Difference> differences(String earlier, String later) {
        return Differences.between(playbooks.get(earlier), playbooks.get(later));
    }

    /**
     * Lists all versions, the newest first; asking for the version in force publishes the baseline on a new
     * installation.
     */
    private List<Playbooks.PlaybookVersion> all() {
        playbooks.inForce();
        return playbooks.list();
    }

    private Playbooks.PlaybookVersion version(String version) {
        return all().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There never was a playbook version " + version + "."));
    }
}
