package org.fundtrail.infrastructure.estimate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.LATVIAN_ENGINEER;
import static org.fundtrail.infrastructure.Infrastructure.baseline;
import static org.fundtrail.infrastructure.Infrastructure.estimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedEstimate;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.recordedWorks;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The estimates of all projects and works programmes. */
@QuarkusTest
class EstimateListTest {
    private final String mark = unique("Sąmata");
    private String project;
    private String works;
    private String early;
    private String replaced;
    private String counts;
    private String joint;

    @BeforeEach
    void a_ladder_and_a_joint_estimate() {
        project = recordedProject();
        works = recordedWorks();
        early = recordedEstimate("/projects/" + project, of("15.00", "UNKNOWN", "2021-07-07"));
        replaced = baseline("/projects/" + project, of("152.00", "GROSS", "2021-08-16"));
        counts = baseline("/projects/" + project, of("100.00", "NET", "2021-08-23"));
        joint = recordedEstimate("/works-programmes/" + works, of("500.00", "GROSS", "2021-09-01"));
    }

    private Map<String, Object> of(String amount, String basis, String date) {
        return with(estimate(amount, basis, date), "name", mark + " of " + date);
    }

    private String list(String filter) {
        return API + "/estimates?q=samata" + mark.substring(6) + "&" + filter;
    }

    @Test
    void they_are_listed_by_date_amount_or_recording_and_not_added_up() {
        ENGINEER.get(list(""))
                .statusCode(200)
                .body("items.id", contains(joint, counts, replaced, early))
                .body("items.baseline", contains(false, true, false, false))
                .body("items[0].owner.id", equalTo(works))
                .body("count", equalTo(4))
                .body("sums", nullValue());
        ENGINEER.get(list("sort=gross")).body("items.id", contains(early, counts, replaced, joint));
        ENGINEER.get(list("sort=recordedAt&limit=2")).body("items.id", contains(early, replaced));
    }

    @Test
    void they_are_narrowed_to_what_counts_to_an_owner_a_basis_and_days() {
        ENGINEER.get(list("baseline=YES")).body("items.id", contains(counts));
        ENGINEER.get(list("baseline=NO")).body("items.id", contains(joint, replaced, early));
        ENGINEER.get(list("project=" + project)).body("items.id", contains(counts, replaced, early));
        ENGINEER.get(list("worksProgramme=" + works)).body("items.id", contains(joint));
        ENGINEER.get(list("project=" + works)).body("items", empty());
        ENGINEER.get(list("basis=GROSS")).body("items.id", contains(joint, replaced));
        ENGINEER.get(list("from=2021-08-16&to=2021-08-23")).body("items.id", contains(counts, replaced));
        ENGINEER.get(list("baseline=PERHAPS")).statusCode(400).body("field", equalTo("baseline"));
        LATVIAN_ENGINEER.get(list("")).body("items", empty());
    }

    @Test
    void they_leave_as_a_file() {
        var csv = ENGINEER.get(list("format=csv&sort=date"))
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("[\"\ufeff]", "")
                .lines()
                .toList();
        assertTrue(csv.get(0).startsWith("ownerType,owner,name,amount,basis,vatRate,gross"), csv.get(0));
        assertTrue(csv.get(3).contains("100.00,NET,0.21,121.00,EUR"), csv.get(3));
        assertTrue(csv.get(3).contains(",true,"), csv.get(3));
    }
}
