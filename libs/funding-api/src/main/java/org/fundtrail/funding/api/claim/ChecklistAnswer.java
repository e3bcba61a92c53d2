package org.fundtrail.funding.api.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a question of a checklist is answered. */
@Schema(
        description =
                "YES: it is as it should be. NO: it is not, and the finding says what was found. NOT_APPLICABLE: the question does not arise here")
public enum ChecklistAnswer {
    YES,
    NO,
    NOT_APPLICABLE
}
