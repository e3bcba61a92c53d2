package org.fundtrail.infrastructure.api.estimate;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.PersonRef;

/** What is proposed and waits, as its owner shows it. */
@Schema(name = "ProposedBaseline", description = "A choice of baseline that nobody has decided on yet")
public record ProposedBaseline(UUID id, ProposedEstimate estimate, String reason, PersonRef recordedBy) {}
