package org.fundtrail.funding.api.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProjectTitle")
public record ProjectTitle(String en, String lt) {}
