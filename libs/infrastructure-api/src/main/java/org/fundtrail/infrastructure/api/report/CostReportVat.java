package org.fundtrail.infrastructure.api.report;

import com.fasterxml.jackson.annotation.JsonAlias;

/** Whether a cost report has VAT in it that is not recovered. */
public enum CostReportVat {
    /** Everything net. */
    @JsonAlias("excluded")
    EXCLUDED,
    /** What is contracted, certified, paid and to come with the VAT that the project does not recover; budgets stay net. */
    @JsonAlias("included")
    INCLUDED
}
