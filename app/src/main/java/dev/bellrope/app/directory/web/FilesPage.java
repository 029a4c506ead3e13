package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.csv.CsvFiles;
import dev.bellrope.app.directory.csv.ImportResult;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaw;
import dev.bellrope.app.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page to import and export CSV files. */
@Controller
@RequestMapping("/settings/files")
class FilesPage {
    private final CsvFiles files;

    FilesPage(CsvFiles files) {
        this.files = files;
    }

    @GetMapping
    ModelAndView files() {
        return page(EntryKind.PEOPLE, "", Optional.empty(), false, List.of(), 0);
    }

    /** Takes a file, or its pasted text, and checks or imports it. */
    @PostMapping
    ModelAndView take(
            @RequestParam("kind") String word,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean check,
            CurrentUser who,
            VisibleAccounts visible)
            throws IOException {
        EntryKind kind = EntryKind.find(word)
                .orElseThrow(() -> ProblemException.notFound("The directory holds no " + word + "."));
        byte[] given = file.isPresent() && !file.get().isEmpty()
                ? file.get().getBytes()
                : text.getBytes(StandardCharsets.UTF_8);
        try {
            ImportResult imported =
                    check ? files.check(kind, given, visible) : files.take(kind, given, who.id(), visible);
            return page(kind, check ? text : "", Optional.of(imported), check, List.of(), 0);
        } catch (BadInput bad) {
            ModelAndView page = page(kind, text, Optional.empty(), check, bad.flaws(), bad.more());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static ModelAndView page(
            EntryKind kind, String text, Optional<ImportResult> imported, boolean checked, List<Flaw> flaws, int more) {
        ModelAndView page = new ModelAndView("settings/files");
        page.addObject("kind", kind);
        page.addObject("pasted", text);
        page.addObject("imported", imported);
        page.addObject("checked", checked);
        page.addObject("flaws", flaws);
        page.addObject("more", more);
        return page;
    }
}
