package org.fundtrail.funding.api.position;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PositionProgramme")
public record PositionProgramme(UUID id, String code, String name) {}
