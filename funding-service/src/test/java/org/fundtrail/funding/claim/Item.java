package org.fundtrail.funding.claim;

import static org.fundtrail.records.Person.eur;

import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.Funding;
import org.fundtrail.funding.ProjectsStandIn;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** An invoice or direct cost of infrastructure-service, as the one says it that stands in for it. */
public record Item(
        ExpenditureType type,
        UUID id,
        String number,
        String project,
        String status,
        String gross,
        String eligible,
        String credited,
        String eligibleCredited,
        String euEligible,
        String category,
        UUID sharesWith,
        int version) {

    /** A paid invoice, all that is eligible of which the Union may pay for. */
    public static Item invoice(String project, String gross, String eligible) {
        return new Item(
                        ExpenditureType.INVOICE,
                        UUID.randomUUID(),
                        Funding.unique("INV"),
                        project,
                        "PAID",
                        gross,
                        eligible,
                        "0.00",
                        "0.00",
                        eligible,
                        null,
                        null,
                        4)
                .said();
    }

    public static Item directCost(String project, String amount) {
        return directCost(project, amount, "OTHER");
    }

    public static Item directCost(String project, String amount, String category) {
        var cost = invoice(project, amount, amount);
        return new Item(
                        ExpenditureType.DIRECT_COST,
                        cost.id,
                        cost.number,
                        project,
                        "APPROVED",
                        amount,
                        amount,
                        "0.00",
                        "0.00",
                        amount,
                        category,
                        null,
                        1)
                .said();
    }

    /** A credit note took back so much. */
    public Item credited(String gross, String ofEligible) {
        return quietlyCredited(gross, ofEligible).said();
    }

    /** The same before anybody who asks hears of it. */
    public Item quietlyCredited(String gross, String ofEligible) {
        return new Item(
                type,
                id,
                number,
                project,
                status,
                this.gross,
                eligible,
                gross,
                ofEligible,
                euEligible,
                category,
                sharesWith,
                version + 1);
    }

    Item standing(String now) {
        return new Item(
                        type,
                        id,
                        number,
                        project,
                        now,
                        gross,
                        eligible,
                        credited,
                        eligibleCredited,
                        euEligible,
                        category,
                        sharesWith,
                        version + 1)
                .said();
    }

    Item ofTheUnion(String amount) {
        return new Item(
                        type,
                        id,
                        number,
                        project,
                        status,
                        gross,
                        eligible,
                        credited,
                        eligibleCredited,
                        amount,
                        category,
                        sharesWith,
                        version)
                .said();
    }

    Item sharing(Item first) {
        return new Item(
                        type,
                        id,
                        number,
                        project,
                        status,
                        gross,
                        eligible,
                        credited,
                        eligibleCredited,
                        euEligible,
                        category,
                        first.id,
                        version)
                .said();
    }

    public ExpenditureView view() {
        return new ExpenditureView(
                type,
                id,
                number,
                new Subject("project", ProjectsStandIn.id(project), project),
                "LT-VRM",
                status,
                LocalDate.of(2022, 2, 28),
                status.equals("PAID") ? LocalDate.of(2022, 3, 25) : null,
                Money.eur(gross),
                Money.eur(eligible),
                Money.eur(credited),
                Money.eur(eligibleCredited),
                Money.eur(euEligible),
                category == null ? null : CostCategory.valueOf(category),
                sharesWith,
                version);
    }

    /** Tells it to whoever stands in for infrastructure-service. */
    private Item said() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.name());
        body.put("id", id.toString());
        body.put("number", number);
        body.put("project", Map.of("type", "project", "id", ProjectsStandIn.id(project), "reference", project));
        body.put("institution", "LT-VRM");
        body.put("status", status);
        body.put("issuedOn", "2022-02-28");
        body.put("paidOn", status.equals("PAID") ? "2022-03-25" : null);
        body.put("gross", eur(gross));
        body.put("eligible", eur(eligible));
        body.put("credited", eur(credited));
        body.put("eligibleCredited", eur(eligibleCredited));
        body.put("euEligible", eur(euEligible));
        body.put("category", category);
        body.put("sharesWith", sharesWith);
        body.put("version", version);
        body.put("somethingNew", 1);
        tell("/expenditure", Funding.json(body));
        return this;
    }

    /** Whoever asks for it gets no answer from now on. */
    void isAway() {
        tell("/down", id.toString());
    }

    private static void tell(String path, String body) {
        var url = ConfigProvider.getConfig().getValue(ProjectsStandIn.URL, String.class);
        RestAssured.given()
                .baseUri(url)
                .port(Integer.parseInt(url.replaceAll(".*:", "")))
                .body(body)
                .put(path)
                .then()
                .statusCode(204);
    }
}
