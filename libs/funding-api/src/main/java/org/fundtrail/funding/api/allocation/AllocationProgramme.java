package org.fundtrail.funding.api.allocation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.funding.api.programme.Fund;

@Schema(name = "AllocationProgramme")
public record AllocationProgramme(UUID id, String code, String name, Fund fund) {}
