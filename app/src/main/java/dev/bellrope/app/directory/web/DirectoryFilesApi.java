package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.csv.CsvFiles;
import dev.bellrope.app.directory.csv.ImportResult;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.EntryKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports and exports CSV files. */
@Tag(name = "CSV files")
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryFilesApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CsvFiles files;

    DirectoryFilesApi(CsvFiles files) {
        this.files = files;
    }

    @Operation(
            operationId = "importCsv",
            summary = "Takes a CSV file whole or not at all; sends nothing and starts no clock",
            description =
                    "kind is one of accounts, contacts, aliases, calendars, teams, people, absences. The same file twice changes"
                            + " nothing. Columns that the file does not have stay as they are.",
            requestBody = @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(path = "/imports/{kind}", consumes = "text/csv")
    ImportResult take(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean check,
            InputStream body,
            @Nullable Principal who,
            VisibleAccounts visible)
            throws IOException {
        byte[] file = BoundedBody.read(body);
        return check
                ? files.check(kind(kind), file, visible)
                : files.take(kind(kind), file, EntryResources.name(who), visible);
    }

    @Operation(
            operationId = "exportCsv",
            summary = "A CSV file that can be imported again",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @GetMapping("/exports/{kind}.csv")
    ResponseEntity<byte[]> export(@PathVariable String kind, VisibleAccounts visible) {
        byte[] file = files.export(kind(kind), visible).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind + ".csv")
                                .build()
                                .toString())
                .body(file);
    }

    private static EntryKind kind(String word) {
        return EntryKind.find(word)
                .orElseThrow(() -> BadInput.of(
                        "kind",
                        word,
                        "is no kind of file; accepted are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(EntryKind.values())
                                                .map(EntryKind::word)
                                                .toList())));
    }
}
