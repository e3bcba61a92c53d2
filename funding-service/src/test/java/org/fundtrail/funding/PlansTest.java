package org.fundtrail.funding;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.funding.checklist.Checking;
import org.fundtrail.funding.claim.Claiming;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.recovery.Recovering;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Plans;
import org.fundtrail.records.RecordKind;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a list is, a page of it is read out of an index: nothing is sorted and nothing is walked through. */
@QuarkusTest
class PlansTest {
    /** Shows the tests what is asked. */
    @PersistenceUnitExtension
    static class Statements implements StatementInspector {
        @Override
        public String inspect(String sql) {
            return Plans.seen(sql);
        }
    }

    @Inject
    AgroalDataSource database;

    private static void twoOfEach() {
        var allocation = Funding.inForce("100.00", "STAFF");
        Funding.inForce("100.00", "STAFF");
        for (int n = 0; n < 2; n++) {
            Funding.recordedReceipt(allocation, "1.00");
            Funding.reserved(allocation, "STAFF/1", "1.00");
            OFFICER.post(API + "/allocations/{id}/commitments", Funding.overriding("TRAINING/1", "1.00"), allocation)
                    .statusCode(201);
            Claiming.waiting();
            Checking.proposed(Funding.recordedProgramme("STAFF"));
            Options.proposed(Options.lumpSum(allocation, "STAFF/1", "1.00"));
            Recovering.ordered(Recovering.sample(Recovering.paid("RECEPTION/camp", "100.00")));
        }
    }

    @Test
    void a_page_of_each_order_comes_out_of_an_index() {
        twoOfEach();
        var lists = Plans.lists(API);
        assertTrue(lists.size() >= 9, lists::toString);
        lists.forEach(list -> Plans.comesOutOfAnIndex(database, API + list, OFFICER, AUDITOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/allocations",
                "/programmes",
                "/receipts",
                "/commitments",
                "/claims",
                "/checklists",
                "/cost-options",
                "/recoveries"
            })
    void text_is_looked_up_in_an_index(String list) {
        var plan = Plans.of(
                database,
                () -> AUDITOR.get(API + list + "?q=bokst").statusCode(200),
                "enable_seqscan",
                "enable_indexscan");
        assertTrue(plan.contains("_by_text"), plan);
    }

    @Inject
    @Any
    Instance<RecordKind> kinds;

    @Inject
    Persons persons;

    @Test
    void what_waits_is_read_and_counted_out_of_an_index() {
        twoOfEach();
        var byAmount = new WaitingFilter();
        byAmount.sort = "-amount";
        byAmount.mine = "true";
        for (var filter : List.of(new WaitingFilter(), byAmount)) {
            for (var plan : Plans.ofWaiting(
                    database, kinds, persons, filter, "enable_seqscan", "enable_sort", "enable_bitmapscan")) {
                assertFalse(plan.contains("->  Sort") || plan.contains("Seq Scan"), plan);
                assertTrue(plan.contains("Limit"), plan);
            }
        }
    }

    @Inject
    Time time;

    @Test
    void what_came_back_is_read_out_of_an_index() {
        for (var plan : Plans.ofReturned(database, kinds, persons, time, "enable_seqscan", "enable_hashjoin")) {
            assertTrue(plan.contains("_came_back") && !plan.contains("Seq Scan"), plan);
        }
    }

    @Test
    void dates_come_out_of_an_index_each_kind_in_the_order_of_its_days() {
        for (var plan : Plans.ofDates(database, kinds, "enable_seqscan", "enable_sort", "enable_bitmapscan")) {
            assertFalse(plan.contains("->  Sort") || plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains("_by_end "), plan);
        }
    }

    @Test
    void a_position_reads_the_versions_of_what_counts_however_much_waits() {
        var now = new Moments.Moment(Long.MAX_VALUE, null);
        var plan = Plans.ofVersions(
                database,
                "allocation",
                versions -> versions.of(List.of(UUID.randomUUID()), now),
                "NULL",
                "NULL",
                "ARRAY[gen_random_uuid(), gen_random_uuid()]",
                "2000000000");
        assertTrue(plan.contains("leaf_of_subject") && plan.contains("version_pkey"), plan);
        assertFalse(plan.contains("Seq Scan") || plan.contains("Merge Join") || plan.contains("Hash Join"), plan);
    }

    @Test
    void what_is_searched_for_is_looked_up_in_indexes() {
        var plan = Plans.ofSearch(database, kinds, "152 460 000", "enable_seqscan", "enable_indexscan");
        assertFalse(plan.contains("Seq Scan"), plan);
        for (var index : List.of(
                "allocation_by_text",
                "allocation_by_decision_text",
                "receipt_by_text",
                "commitment_by_text",
                "claim_by_text",
                "checklist_by_text",
                "cost_option_by_text",
                "recovery_by_text",
                "programme_by_text",
                "all_allocations_by_amount",
                "all_receipts_by_amount",
                "all_commitments_by_amount",
                "all_claims_by_share",
                "all_cost_options_by_amount",
                "all_recoveries_by_amount")) {
            assertTrue(plan.contains(index), index + " is not in " + plan);
        }
    }
}
