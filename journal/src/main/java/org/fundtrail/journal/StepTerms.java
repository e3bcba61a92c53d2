package org.fundtrail.journal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** A step that has no address of its own. */
@Schema(name = "Step", description = "A step of the record that has no address of its own")
public record StepTerms(
        @Schema(
                required = true,
                description = "Which step, as the record's actions name it, in capitals",
                examples = "WITHDRAW")
        String step,

        @Schema(description = "Why; needed by some steps", maxLength = 2000, examples = "Entered twice")
        String reason,

        @Schema(description = "The day it happened, today unless given; not in the future", examples = "2021-09-01")
        LocalDate on) {

    /** The one of these steps that is meant; refuses what is none, or has an address of its own, by naming those that can be taken here. */
    public Step of(Step[] table, LocalDate today) {
        var here = Arrays.stream(table).filter(s -> !s.hasAddress()).toList();
        var checks = new Checks().text(step, "step", 50).optionalText(reason, "reason", 2000);
        if (on != null) {
            checks.happened(on, "on", today);
        }
        checks.done();
        return here.stream()
                .filter(s -> s.name().equals(step))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        InputRule.UNKNOWN_VALUE,
                        "step",
                        "allowed",
                        here.stream().map(Step::name).collect(Collectors.joining(", "))));
    }
}
