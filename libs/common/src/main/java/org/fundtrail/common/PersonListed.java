package org.fundtrail.common;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody in the list of those who acted.
 *
 * @param subject whom the sign-in says it is; null once erased, and for who need not know it
 */
@Schema(name = "PersonListed", description = "Somebody who acted here")
public record PersonListed(
        @Schema(description = "The random id by which records and entries know the person")
        UUID id,

        @Schema(description = "The name at the last sign-in, or null once the person was erased", nullable = true)
        String name,

        @Schema(
                description = "The subject of the sign-in, for administrators; null once the person was erased",
                nullable = true)
        String subject) {}
