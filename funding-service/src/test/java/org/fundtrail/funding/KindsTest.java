package org.fundtrail.funding;

import static org.fundtrail.records.Person.OFFICER;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.recovery.Recovering;
import org.fundtrail.records.Sample;

@QuarkusTest
class KindsTest extends org.fundtrail.records.KindsTest {
    private static String programme;
    private static String inForce;
    private static String committed;
    private static String paid;
    private static String authorised;

    private static synchronized String programme() {
        programme = programme == null ? Funding.recordedProgramme("RECEPTION") : programme;
        return programme;
    }

    private static synchronized String inForce() {
        inForce = inForce == null ? Funding.inForce("1000000.00", "RECEPTION") : inForce;
        return inForce;
    }

    private static synchronized String committed() {
        committed = committed == null ? Claiming.ofUnion("0.8", "RECEPTION/camp", "1000000.00") : committed;
        return committed;
    }

    private static synchronized String paid() {
        paid = paid == null ? Recovering.paid("RECEPTION/camp", "100000.00") : paid;
        return paid;
    }

    private static synchronized String authorised() {
        authorised = authorised == null ? Recovering.authorised("RECEPTION/camp", "100000.00") : authorised;
        return authorised;
    }

    @Override
    protected String api() {
        return Funding.API;
    }

    @Override
    protected Kind[] listed() {
        return FundingKind.values();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        "programme",
                        OFFICER,
                        "/programmes",
                        () -> "/programmes",
                        () -> Funding.programme(Funding.unique("PRG"), "AMIF", "RECEPTION")),
                new Sample(
                        "allocation",
                        OFFICER,
                        "/allocations",
                        () -> "/allocations",
                        () -> Funding.allocation(programme(), "5.00")),
                new Sample(
                        "checklist",
                        OFFICER,
                        "/checklists",
                        () -> "/checklists",
                        () -> Checking.checklist(programme(), Funding.unique("Verification "))),
                new Sample(
                        "receipt",
                        OFFICER,
                        "/receipts",
                        () -> "/allocations/" + inForce() + "/receipts",
                        () -> Funding.receipt("1.00"),
                        Map.of(
                                "APPROVE_REVERSAL", new Sample.Sending("post", "/confirmation", Map.of()),
                                "REFUSE_REVERSAL",
                                        new Sample.Sending("post", "/refusal", Map.of("reason", "The bank has it")))),
                new Sample(
                        "commitment",
                        OFFICER,
                        "/commitments",
                        () -> "/allocations/" + inForce() + "/commitments",
                        () -> Funding.commitment("RECEPTION/camp", "1.00")),
                amendment("amendments", KindsTest::inForce, () -> Funding.amendment("1.00")),
                amendment("decommitments", KindsTest::inForce, () -> Funding.decommitment("1.00")),
                amendment("closure", Funding::usedUp, Funding::closure),
                new Sample(
                        "commitment-amendment",
                        OFFICER,
                        "/commitment-amendments",
                        () -> "/commitments/" + Funding.committed(inForce(), "RECEPTION/camp", "2.00") + "/amendments",
                        () -> Funding.commitmentAmendment("1.00")),
                new Sample(
                        "commitment-amendment",
                        OFFICER,
                        "/commitment-amendments",
                        () -> "/commitments/" + Funding.committed(inForce(), "RECEPTION/camp", "2.00") + "/amendments",
                        () -> Funding.commitmentAmendment("-2.00")),
                option(() -> Options.unitCost(committed(), "RECEPTION/camp", "10.00", "3")),
                option(() -> Options.lumpSum(committed(), "RECEPTION/camp", "30.00")),
                option(() -> Options.flatRate(committed(), "RECEPTION/camp", "STAFF_15", "30.00")),
                option(() -> Options.operatingSupport(committed(), "RECEPTION/camp", "30.00")),
                new Sample(
                        "claim",
                        OFFICER,
                        "/claims",
                        () -> "/claims",
                        () -> Claiming.sample(committed(), "RECEPTION/camp"),
                        Map.ofEntries(
                                sent("SUBMIT", "submission", Map.of()),
                                sent("STOP_CLOCK", "clock", Map.of("action", "STOP", "reason", "A paper is missing")),
                                sent("START_CLOCK", "clock", Map.of("action", "START")),
                                sent("VERIFY", "verification", Claiming.APPROVED),
                                sent("SEND_BACK", "verification", refused("RETURNED")),
                                sent("REFUSE", "verification", refused("REJECTED")),
                                sent("AUTHORISE", "authorisation", Claiming.APPROVED),
                                sent("RETURN", "authorisation", refused("RETURNED")),
                                sent("REJECT", "authorisation", refused("REJECTED")),
                                sent("PAY", "payment", Claiming.PAID),
                                sent("APPROVE_REVERSAL", "authorisation", Claiming.APPROVED),
                                sent("REFUSE_REVERSAL", "authorisation", refused("REJECTED")),
                                sent("WITHDRAW", "withdrawal", Map.of("reason", "Submitted twice")))),
                new Sample(
                        "recovery",
                        OFFICER,
                        "/recoveries",
                        () -> "/recoveries",
                        () -> Recovering.sample(paid()),
                        Map.ofEntries(
                                sent("ORDER", "decision", Recovering.ORDER),
                                sent("PAY", "payment", Recovering.PAID_BACK),
                                sent("OFFSET", "offset", Map.of("claim", authorised())),
                                sent("WAIVE", "waiver", Map.of("reason", "It would cost more than it comes to")))));
    }

    private static Map.Entry<String, Sample.Sending> sent(String step, String under, Map<String, Object> body) {
        return Map.entry(step, new Sample.Sending("post", "/" + under, body));
    }

    private static Map<String, Object> refused(String outcome) {
        return Map.of("outcome", outcome, "reason", "A paper is missing");
    }

    private static Sample option(Supplier<Map<String, Object>> terms) {
        return new Sample("cost-option", OFFICER, "/cost-options", () -> "/cost-options", terms);
    }

    private static Sample amendment(String under, Supplier<String> allocation, Supplier<Map<String, Object>> terms) {
        return new Sample(
                "allocation-amendment",
                OFFICER,
                "/allocation-amendments",
                () -> "/allocations/" + allocation.get() + "/" + under,
                terms);
    }
}
