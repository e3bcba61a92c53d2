package org.fundtrail.common;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who acted. */
@Schema(
        name = "Person",
        description = "Somebody who acted: the id stays in the record for ever, the name can be erased")
public record PersonRef(
        @Schema(description = "A random id of this service's own", examples = "01932f5e-7c00-4a00-8000-000000000001")
        UUID id,

        @Schema(
                description = "The name at the last sign-in, or null once the person was erased",
                nullable = true,
                examples = "Rasa Kazlauskaitė")
        String name) {}
