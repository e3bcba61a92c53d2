package org.fundtrail.infrastructure.contract;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fundtrail.infrastructure.api.contract.Stage;

/** What comes after a contract is approved. Its status stays APPROVED; that it is taken over is said by a certificate. */
enum StageStep {
    PERFORMING(Stage.SIGNED),
    /** Only where no certificate says so: acceptance is kept elsewhere. */
    TAKEN_OVER(Stage.SIGNED, Stage.PERFORMING),
    DEFECTS_PERIOD(Stage.TAKEN_OVER),
    FINAL_ACCEPTANCE(Stage.TAKEN_OVER, Stage.DEFECTS_PERIOD);

    private final Set<Stage> from;

    StageStep(Stage first, Stage... others) {
        from = EnumSet.of(first, others);
    }

    /** The one of this name, if it is one. */
    static Optional<StageStep> named(String name) {
        return Arrays.stream(values()).filter(step -> step.name().equals(name)).findFirst();
    }

    Stage to() {
        return Stage.valueOf(name());
    }

    /** Whether a contract that has come so far can take it. */
    boolean canFollow(Stage stage, boolean isCertified) {
        return stage != null && from.contains(stage) && !(this == TAKEN_OVER && isCertified);
    }

    /** What it is called among the actions of a contract. */
    String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that people are offered. That works are taken over is said by a certificate, or kept where their acceptance is kept. */
    static List<StageStep> offered(Stage stage) {
        return Arrays.stream(values())
                .filter(step -> step.canFollow(stage, true))
                .toList();
    }
}
