package org.fundtrail.infrastructure.api.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** The columns A to W of a cost report, each in EUR: of a line, or of all of them together. */
public record CostColumns(
        @Schema(description = "A: what was budgeted at first, net")
        Money originalBudget,

        @Schema(description = "B: approved transfers from and to other lines, net; 0.00 over a project")
        Money transfers,

        @Schema(description = "C: approved changes of the budget, net")
        Money budgetChanges,

        @Schema(description = "D = A + B + C") Money currentBudget,

        @Schema(description = "E: changes of the budget that wait for a decision, net")
        Money pendingBudgetChanges,

        @Schema(description = "F = D + E") Money projectedBudget,

        @Schema(description = "G: what contracts were worth when they were signed")
        Money originalCommitments,

        @Schema(description = "H: approved variations, with priceAdjustments")
        Money approvedVariations,

        @Schema(description = "What of H is adjustment of prices")
        Money priceAdjustments,

        @Schema(description = "I = G + H") Money currentCommitments,

        @Schema(description = "J: variations that wait for a decision")
        Money pendingVariations,

        @Schema(description = "K: notices and risks, by their rough order of magnitude")
        Money potentialChanges,

        @Schema(description = "L = I + J + K") Money projectedCommitments,

        @Schema(description = "M: what is paid without a contract: staff, fees, land")
        Money directActual,

        @Schema(description = "N: what is certified, before retention and advance")
        Money certified,

        @Schema(description = "O = N + M") Money actualCost,

        @Schema(description = "P: retained and not released, net")
        Money retentionHeld,

        @Schema(description = "Q: payments of invoices") Money paid,

        @Schema(description = "R = I - N: what of the contracts is not certified; never negative")
        Money openCommitments,

        @Schema(
                description =
                        "S: what is still to be contracted: the forecast that somebody recorded last; without one D - M (never below "
                                + "0.00) while nothing is contracted, 0.00 afterwards")
        Money stillToContract,

        @Schema(description = "T = R + J + K + S") Money forecastToComplete,

        @Schema(description = "U = O + T, and also I + J + K + M + S")
        Money estimateAtCompletion,

        @Schema(
                description =
                        "V = D - U, both net; negative is over. Stays net in a report with VAT, as the budget does")
        Money varianceAtCompletion,

        @Schema(
                description =
                        "W: how U has changed since the report of the project that was issued last, of those of this day or an earlier "
                                + "one; null where there is none",
                nullable = true)
        Money changeSinceLastReport) {}
