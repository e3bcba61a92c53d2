package org.fundtrail.gateway.position;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What infrastructure-service says: what projects and works programmes are estimated to cost, and what of it is contracted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cost(LocalDate asOf, long recorded, List<WorksProgramme> worksProgrammes, List<Project> projects) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WorksProgramme(String id, String reference, Title title, Baseline baseline) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Project(
            String id,
            String reference,
            Title title,
            String kind,
            LocalDate existsFrom,
            String worksProgramme,
            Baseline baseline,
            Money contracted) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "PositionTitle", description = "A title in both languages")
    public record Title(
            @Schema(examples = "Physical barrier on the border with Belarus")
            String en,

            @Schema(examples = "Fizinis barjeras prie sienos su Baltarusija")
            String lt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "PositionBaseline", description = "The estimate chosen to measure by")
    public record Baseline(
            @Schema(description = "The id of the estimate") @JsonAlias("id")
            String estimate,

            @Schema(examples = "Government decision of 2021-08-23")
            String name,

            @Schema(description = "As it was stated") Money amount,

            @Schema(description = "How it was stated: NET, GROSS or UNKNOWN", examples = "GROSS")
            String basis,

            @Schema(description = "With VAT: what gaps and totals are reckoned with")
            Money gross,

            @Schema(description = "True where the source says at least")
            boolean lowerBound,

            @Schema(
                    description = "The day of the estimate",
                    examples = "2021-08-23",
                    implementation = String.class,
                    format = "date")
            LocalDate date) {}
}
