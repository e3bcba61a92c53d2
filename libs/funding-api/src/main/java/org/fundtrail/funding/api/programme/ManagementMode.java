package org.fundtrail.funding.api.programme;

/** Who manages the money: the Commission, the Commission with the member state, or an entrusted body (FR 62(1)). */
public enum ManagementMode {
    DIRECT,
    SHARED,
    INDIRECT
}
