package org.fundtrail.funding.api.commitment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommitmentProject")
public record CommitmentProject(UUID id, String reference, ProjectTitle title, String kind) {}
