package dev.bellrope.app.attachments.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.attachments.Attachment;
import dev.bellrope.app.attachments.Attachments;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "Escalations")
@RestController
@RequestMapping("/api/v1/escalations/{key}/attachments")
class AttachmentsApi {
    private final AttachmentRequests attaching;
    private final Attachments attachments;
    private final ActRequests requests;

    AttachmentsApi(AttachmentRequests attaching, Attachments attachments, ActRequests requests) {
        this.attaching = attaching;
        this.attachments = attachments;
        this.requests = requests;
    }

    @Operation(
            operationId = "attachFile",
            summary = "Attaches a file, for colleagues to see",
            description =
                    "The content decides what it is, never its name; what a browser or a computer would run is refused.")
    @ApiResponse(responseCode = "201", description = "It is attached", useReturnTypeSchema = true)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Attachment> add(
            @PathVariable String key,
            @RequestPart MultipartFile file,
            @Parameter(description = "What it shows") @RequestParam(defaultValue = "") String text,
            CurrentUser who,
            VisibleAccounts visible)
            throws IOException {
        Attachment added = attaching.attach(key, who, visible, file, text);
        return ResponseEntity.created(URI.create("/api/v1/escalations/" + key + "/attachments/" + added.id()))
                .body(added);
    }

    @Operation(
            operationId = "listAttachments",
            summary = "The files of an escalation, in the order in which they were attached")
    @GetMapping
    Paging.ListPage<Attachment> list(@PathVariable String key, Paging paging, VisibleAccounts visible) {
        requests.get(key, visible);
        return paging.page(
                attachments.list(key, paging.after().map(AttachmentRequests::uuid), paging.rows()),
                one -> one.id().toString());
    }

    @Operation(
            operationId = "downloadAttachment",
            summary = "One file, as it was attached",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> get(@PathVariable String key, @PathVariable String id, VisibleAccounts visible) {
        return attaching.get(key, id, visible);
    }
}
