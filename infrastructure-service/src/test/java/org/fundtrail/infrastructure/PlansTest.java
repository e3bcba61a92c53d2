package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.ENGINEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.regex.Pattern;
import org.fundtrail.common.Time;
import org.fundtrail.common.WaitingFilter;
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
        for (int n = 0; n < 2; n++) {
            Infrastructure.recordedWorks();
            Infrastructure.proposed(Infrastructure.recordedProject(), "1.00");
            Invoicing.received(
                    Invoicing.invoice(Infrastructure.inForce(Infrastructure.recordedProject(), "1.00"), "1.00"));
            Infrastructure.proposedCertificate(
                    Infrastructure.inForce(Infrastructure.recordedProject(), "1.00"), "1", "0.50");
        }
    }

    /** Sorts more than the fifty that a kind gives: the day by which an invoice is to be paid is in no index, the one it was issued is. */
    private static final Pattern SORTS_ALL = Pattern.compile(
            "->  Sort .*\\n(?:\\s+(?:Disabled|Sort Key): .*\\n)*+(?!\\s+->  Subquery Scan .*\\n\\s+->  Limit )");

    @Test
    void a_page_of_each_order_comes_out_of_an_index() {
        twoOfEach();
        var lists = Plans.lists(API);
        assertTrue(lists.size() >= 9, lists::toString);
        lists.forEach(list -> Plans.comesOutOfAnIndex(database, API + list, ENGINEER, AUDITOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects", "/works-programmes", "/contracts", "/certificates", "/invoices"})
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
        for (var plan : Plans.ofWaiting(
                database, kinds, persons, new WaitingFilter(), "enable_seqscan", "enable_sort", "enable_bitmapscan")) {
            assertFalse(plan.contains("->  Sort") || plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains("Limit"), plan);
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
            assertFalse(SORTS_ALL.matcher(plan).find() || plan.contains("Seq Scan"), plan);
            for (var index : List.of("_by_due_day ", "_by_end ", "_by_last_day ", "_to_be_paid_by_issue ")) {
                assertTrue(plan.contains(index), plan);
            }
        }
    }

    @Test
    void a_position_reads_the_versions_of_what_was_approved_however_much_waits() {
        var now = new Moments.Moment(Long.MAX_VALUE, null);
        for (var type : List.of("baseline", "contract")) {
            var plan = Plans.ofVersions(
                    database,
                    type,
                    versions -> versions.approved(type, now),
                    "NULL",
                    "NULL",
                    "'" + type + ".approved'",
                    "2000000000");
            assertTrue(plan.contains("leaf_of_action") && plan.contains("version_pkey"), plan);
            assertFalse(plan.contains("Seq Scan") || plan.contains("Merge Join") || plan.contains("Hash Join"), plan);
        }
    }

    @Test
    void a_cost_report_reads_the_accounts_of_its_rows_and_no_others() {
        var plans = Plans.ofBalances(database, time, "enable_seqscan");
        assertEquals(2, plans.size());
        for (var plan : plans) {
            assertFalse(plan.contains("Seq Scan"), plan);
            for (var index : List.of("account_of_party", "posting_of_debit", "posting_of_credit")) {
                assertTrue(plan.contains(index), index + " is not in " + plan);
            }
        }
        var moment = new Moments.Moment(Long.MAX_VALUE, null);
        var plan = Plans.ofVersions(
                database,
                "cost-line",
                versions -> versions.within(List.of(UUID.randomUUID()), "cost-line", moment),
                "NULL",
                "NULL",
                "ARRAY['00000000-0000-4000-8000-000000000d01'::uuid]",
                "2000000000",
                "'cost-line.%'");
        assertTrue(plan.contains("leaf_of_parent") && plan.contains("version_pkey"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @Test
    void what_is_searched_for_is_looked_up_in_indexes() {
        var plan = Plans.ofSearch(database, kinds, "152 460 000", "enable_seqscan", "enable_indexscan");
        assertFalse(plan.contains("Seq Scan"), plan);
        for (var index : List.of(
                "project_by_text",
                "works_programme_by_text",
                "certificate_by_text",
                "all_certificates_by_payable",
                "certificate_by_net",
                "contract_by_text",
                "identity_by_text",
                "estimate_by_text",
                "all_contracts_by_gross",
                "contract_by_net",
                "invoice_by_text",
                "invoice_by_net",
                "credit_note_by_text",
                "credit_note_by_gross",
                "credit_note_by_net",
                "all_estimates_by_gross",
                "estimate_by_amount",
                "variation_by_text",
                "variation_by_gross",
                "variation_by_net",
                "security_by_text",
                "security_by_amount",
                "subcontractor_by_text",
                "subcontractor_by_amount",
                "subcontractor_of_identity")) {
            assertTrue(plan.contains(index), index + " is not in " + plan);
        }
    }
}
