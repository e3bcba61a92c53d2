package org.fundtrail.infrastructure.api.contract;

/** A figure of positions that contracts make up, with VAT. */
public enum ContractFigure {
    /** What is certified, before retention and advance. */
    CERTIFIED,
    /** Approved invoices, paid or not, less credit notes. */
    INVOICED,
    /** Paid invoices, less credit notes. */
    PAID
}
