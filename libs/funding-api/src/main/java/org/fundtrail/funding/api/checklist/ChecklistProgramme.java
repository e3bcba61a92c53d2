package org.fundtrail.funding.api.checklist;

import java.util.UUID;

/** The programme whose claims are verified by a checklist. */
public record ChecklistProgramme(UUID id, String code, String name) {}
