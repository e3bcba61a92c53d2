package org.fundtrail.infrastructure.api.project;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.infrastructure.api.estimate.Title;

/** The works programme a project belongs to. */
@Schema(name = "ProjectWorksProgramme")
public record ProjectWorksProgramme(
        UUID id, @Schema(examples = "LT-BY-BORDER-2021") String reference, Title title) {}
