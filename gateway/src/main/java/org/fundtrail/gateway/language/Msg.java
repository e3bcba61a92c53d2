package org.fundtrail.gateway.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of themselves, in English; the other languages are {@code messages/msg_<language>.properties}. */
@MessageBundle("msg")
public interface Msg {

    @Message("Skip to main content")
    String skip();

    @Message("Demonstration")
    String demonstration();

    @Message("Public sources and made-up detail. Not official figures.")
    String demonstration_text();

    @Message("Language")
    String language();

    @Message("EU aid and border infrastructure costs")
    String tagline();

    @Message("Sign out")
    String sign_out();

    @Message("Sign in")
    String sign_in();

    @Message("Menu")
    String menu();

    @Message("waiting for you")
    String waiting_count();

    @Message("API documentation")
    String api_documentation();

    @Message(
            "Every figure on this page is calculated from the books: from {funding} entries of funding and {infrastructure} of infrastructure.")
    String footer_books(String funding, String infrastructure);

    @Message("Read on {moment}, Vilnius time.")
    String footer_time(String moment);

    @Message("There is a problem")
    String there_is_a_problem();

    @Message("Error:")
    String error_prefix();

    @Message("Choose")
    String choose();

    @Message("All")
    String all();

    @Message("For example, {example}")
    String money_hint(String example);

    @Message("Done")
    String done();

    @Message("User name")
    String user_name();

    @Message("Password")
    String password();

    @Message("The user name or the password is wrong")
    String sign_in_refused();

    @Message("Sign-ins of the demonstration")
    String demonstration_users();

    @Message("Every one of them has the password demo.")
    String demonstration_password();

    @Message("Tell support this number:")
    String support_id();

    @Message("Go to the overview")
    String to_overview();

    @Message("History")
    String history();

    @Message("Every change of this record, newest first")
    String history_text();

    @Message("There are no entries.")
    String no_entries();

    @Message("Entry")
    String entry();

    @Message("as of")
    String effective();

    @Message("Reason")
    String reason();

    @Message("Needed when you send back or reject. Whoever entered the record and auditors will see it")
    String reason_hint();

    @Message("Fingerprint")
    String fingerprint();

    @Message("Postings")
    String postings();

    @Message("Fields changed: {count}")
    String fields_changed(int count);

    @Message("Field changes in entry {position}")
    String changes_in_entry(long position);

    @Message("Postings of entry {position}")
    String postings_of_entry(long position);

    @Message("Field")
    String field();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("No value")
    String no_value();

    @Message("Debit")
    String debit();

    @Message("Credit")
    String credit();

    @Message("Amount")
    String amount();

    @Message("Your decision")
    String your_decision();

    @Message("Confirm decision")
    String confirm_decision();

    @Message("You entered or changed this record, so somebody else decides on it.")
    String own_record();

    @Message("Your own record: somebody else decides")
    String own_record_short();

    @Message("Waits for somebody with that role")
    String not_your_role();

    @Message("Progress")
    String progress();

    @Message("(done)")
    String step_done();

    @Message("Pages of the list")
    String pages();

    @Message("First page")
    String first_page();

    @Message("Next page")
    String next_page();

    @Message("Funding")
    String funding();

    @Message("Infrastructure")
    String infrastructure();

    @Message("Allocation")
    String allocation();

    @Message("Allocations")
    String allocations();

    @Message("Programme")
    String programme();

    @Message("Programmes")
    String programmes();

    @Message("Record an allocation")
    String record_allocation();

    @Message("Change an allocation")
    String change_allocation();

    @Message("Record a programme")
    String record_programme();

    @Message("Filter")
    String filter();

    @Message("Search")
    String search();

    @Message("Reference, purpose, donor or recipient")
    String search_allocations();

    @Message("Reference or title")
    String search_projects();

    @Message("Status")
    String status_label();

    @Message("Fund")
    String fund();

    @Message("Decided from")
    String decided_from();

    @Message("Decided up to")
    String decided_to();

    @Message("Decided on")
    String decided_on();

    @Message("Order")
    String sort();

    @Message("Apply filters")
    String apply_filters();

    @Message("Clear all filters")
    String clear_filters();

    @Message("Download CSV")
    String download_csv();

    @Message("Nothing matches these filters.")
    String nothing_found();

    @Message("No allocation is recorded yet.")
    String no_allocations();

    @Message("No programme is recorded yet.")
    String no_programmes();

    @Message("No project is recorded yet.")
    String no_projects();

    @Message("Reference")
    String reference();

    @Message("Purpose")
    String purpose();

    @Message("Donor")
    String donor();

    @Message("Donor and fund")
    String donor_and_fund();

    @Message("Who gives the money, such as the European Commission")
    String donor_hint();

    @Message("Recipient")
    String recipient();

    @Message("Type of action")
    String action_type();

    @Message("The legal cap of the EU rate follows from it")
    String action_type_hint();

    @Message("EU rate")
    String rate();

    @Message("The share of eligible cost that the donor pays")
    String rate_hint();

    @Message("at most {cap} by law")
    String rate_cap(String cap);

    @Message("Decision")
    String decision();

    @Message("Decision reference")
    String decision_reference();

    @Message("Decision date")
    String decision_date();

    @Message("The date on the signed decision. For example, {example}")
    String decision_date_hint(String example);

    @Message("Period of eligibility")
    String eligibility();

    @Message("Costs paid outside these dates cannot be claimed")
    String eligibility_hint();

    @Message("First day")
    String first_day();

    @Message("Last day")
    String last_day();

    @Message("Back to allocations")
    String to_allocations();

    @Message("Back to the allocation")
    String to_allocation();

    @Message("Back to programmes")
    String to_programmes();

    @Message("Back to projects and works")
    String to_projects();

    @Message("Back to the project")
    String to_project();

    @Message("Allocated")
    String allocated();

    @Message("Balances")
    String balances();

    @Message("Two independent pairs: what can still be committed, and what is still to arrive")
    String balances_text();

    @Message("Available")
    String available();

    @Message("Reserved")
    String reserved();

    @Message("Committed")
    String committed();

    @Message("Received")
    String received();

    @Message("Recorded, not confirmed")
    String announced();

    @Message("Still to receive")
    String to_receive();

    @Message("Receipt of money")
    String receipt();

    @Message("Money received")
    String receipts();

    @Message("Receipt on {reference}")
    String receipt_on(String reference);

    @Message("Record a receipt")
    String record_receipt();

    @Message("No receipt is recorded.")
    String no_receipts();

    @Message("Value date")
    String value_date();

    @Message("Kind of payment")
    String receipt_kind();

    @Message("Bank reference")
    String bank_reference();

    @Message("Confirm that the bank statement shows this money.")
    String confirm_text();

    @Message("Confirm the receipt")
    String confirm_receipt();

    @Message("Why the receipt is refused")
    String refusal_reason();

    @Message("Refuse the receipt")
    String refuse_receipt();

    @Message("Commitment")
    String commitment();

    @Message("Commitments to projects")
    String commitments();

    @Message("Record a commitment")
    String record_commitment();

    @Message("No commitment is recorded.")
    String no_commitments();

    @Message("No funding is committed to this project.")
    String no_commitments_project();

    @Message("Legal commitment")
    String legal_commitment();

    @Message("Paid from")
    String paid_from();

    @Message("Sources")
    String sources();

    @Message("Where these figures come from")
    String sources_text();

    @Message("No source is recorded.")
    String no_sources();

    @Message("Name the documents that state this allocation. Leave a source empty if there is none.")
    String sources_intro();

    @Message("Source")
    String source();

    @Message("Source {number}")
    String source_number(Integer number);

    @Message("Title of the source")
    String source_title();

    @Message("Web address (optional)")
    String source_url();

    @Message("Starts with https:// or http://")
    String source_url_hint();

    @Message("Date of the source (optional)")
    String source_date();

    @Message("What the source says (optional)")
    String source_statement();

    @Message("In its own figures, also where they differ")
    String source_statement_hint();

    @Message("Add another source")
    String another_source();

    @Message("Steps of this record")
    String steps_of_record();

    @Message("Entered")
    String entered();

    @Message("Waiting for a second person")
    String waiting_for_decision();

    @Message("It counts only after that")
    String waiting_text();

    @Message("To be changed and sent again")
    String to_be_changed();

    @Message("By an officer")
    String to_be_changed_text();

    @Message("Change and send again")
    String change_and_send_again();

    @Message("Why a second person")
    String why_second_person();

    @Message("Whoever entered or changed a record cannot approve it. The decision is kept in the audit trail.")
    String why_second_person_text();

    @Message("What happens next")
    String what_happens_next();

    @Message(
            "A second person checks and approves this allocation. You cannot approve your own entry. It counts in the financing position only after approval.")
    String what_happens_next_text();

    @Message("The programme or fund the money comes from")
    String programme_hint();

    @Message("Your own number, such as ALL-2026-031")
    String reference_hint();

    @Message("What the money may be used for")
    String purpose_hint();

    @Message("Amount allocated")
    String amount_allocated();

    @Message("Continue")
    String go_on();

    @Message("Record and send for approval")
    String record_and_send();

    @Message("Send again")
    String send_again();

    @Message("Record")
    String record();

    @Message("Change")
    String change();

    @Message("Back")
    String back();

    @Message("Back to {step}")
    String back_to(String step);

    @Message("Check your answers")
    String check_answers();

    @Message("Somebody changed this record meanwhile")
    String both_values();

    @Message("Compare your answers with what is recorded now. Sending again replaces what is recorded.")
    String both_values_text();

    @Message("Your answer")
    String yours();

    @Message("Recorded now")
    String recorded_now();

    @Message("Code")
    String code();

    @Message("Name")
    String name();

    @Message("Management mode")
    String management_mode();

    @Message("Period")
    String period();

    @Message("May pay for")
    String cost_scope();

    @Message("Allocations of this programme")
    String allocations_of_programme();

    @Message("Approvals")
    String approvals();

    @Message("What waits for a second person")
    String approvals_kicker();

    @Message("Nothing waits for you")
    String approvals_none();

    @Message("1 record waits for your decision")
    String approvals_one();

    @Message("{count} records wait for your decision")
    String approvals_many(String count);

    @Message("No record waits for a decision.")
    String nothing_waits();

    @Message("The {service} cannot be reached just now, so its records are missing here.")
    String service_down(String service);

    @Message("Warning")
    String warning();

    @Message("Record")
    String record_column();

    @Message("Decision")
    String decision_column();

    @Message("Decide")
    String decide();

    @Message("Audit trail")
    String audit_trail();

    @Message("Every change, who made it and why")
    String audit_kicker();

    @Message("Filter entries")
    String filter_entries();

    @Message("Books")
    String books();

    @Message("Who")
    String actor();

    @Message("Action")
    String action();

    @Message("Its reference or id")
    String audit_subject_hint();

    @Message("A part of the name")
    String audit_actor_hint();

    @Message("From")
    String from_day();

    @Message("To")
    String to_day();

    @Message("Newest {count} entries")
    String newest_entries(int count);

    @Message("Entries: {count}, newest first")
    String entries_newest_first(int count);

    @Message("Projects and works")
    String projects_and_works();

    @Message("Projects")
    String projects();

    @Message("Project")
    String project();

    @Message("Works programme")
    String works_programme();

    @Message("Works programmes")
    String works_programmes();

    @Message("Projects under a joint estimate, which is never added to its parts")
    String works_programmes_text();

    @Message("Record a works programme")
    String record_works_programme();

    @Message("Record a project")
    String record_project();

    @Message("Title")
    String title();

    @Message("Baseline")
    String baseline();

    @Message("No baseline is chosen yet")
    String no_baseline();

    @Message("at least")
    String at_least();

    @Message("Kind")
    String kind();

    @Message("Contracted")
    String contracted();

    @Message("Contracted by the project so far")
    String contracted_so_far();

    @Message("Estimates")
    String estimates();

    @Message("From the first to the last; none is overwritten")
    String estimates_text();

    @Message("No estimate is recorded.")
    String no_estimates();

    @Message("Record an estimate")
    String record_estimate();

    @Message("VAT")
    String basis();

    @Message("Accuracy class (optional)")
    String accuracy_class();

    @Message("{amount} with VAT")
    String gross_is(String amount);

    @Message("Chosen baseline")
    String chosen_baseline();

    @Message("Propose as baseline")
    String choose_as_baseline();

    @Message("Beneficiary")
    String beneficiary();

    @Message("Place")
    String place();

    @Message("Committed funding")
    String committed_funding();

    @Message("Contract")
    String contract();

    @Message("Contracts")
    String contracts();

    @Message("No contract is recorded.")
    String no_contracts();

    @Message("Record a contract")
    String record_contract();

    @Message("Contractor")
    String contractor();

    @Message("Without VAT")
    String net();

    @Message("With VAT")
    String gross();

    @Message("VAT rate")
    String vat_rate();

    @Message("Signed on")
    String signed_on();

    @Message("Due on")
    String due_on();

    @Message("Baseline of the project")
    String project_baseline();

    @Message("Contracts exceed the baseline by {amount}.")
    String overrun(String amount);

    @Message("It is never added to its parts.")
    String never_added();

    @Message("Its parts")
    String parts();

    @Message("Not yet in a project")
    String not_in_project();

    @Message("What the joint estimate says beyond its projects")
    String not_in_project_text();

    @Message("Total")
    String total();

    @Message("Open the record")
    String open_record();

    @Message("Your answers so far")
    String your_answers();

    @Message("Baseline of {reference}")
    String baseline_of(String reference);

    @Message("Propose a baseline")
    String propose_baseline();

    @Message("Why this estimate")
    String baseline_reason();

    @Message("Who decides and who audits reads it")
    String baseline_reason_hint();

    @Message("An approver decides. Until then the figures stay as they are, and another estimate cannot be proposed.")
    String baseline_next();

    @Message("Proposed as baseline, waits for a decision")
    String baseline_waits();

    @Message("What it does to the figures")
    String effect_on_gap();

    @Message("Figure")
    String figure();

    @Message("Now")
    String now();

    @Message("If approved")
    String then();

    @Message("Not covered")
    String not_covered();

    @Message("Estimate")
    String estimate();

    @Message("Withdraw this record")
    String withdraw();

    @Message("What was entered stays in the record, and nothing of it counts any more.")
    String withdraw_text();

    @Message("Reason (optional)")
    String withdraw_reason();

    @Message("Withdraw")
    String withdraw_button();

    @Message("What you entered is kept")
    String what_you_entered();

    @Message("Send again")
    String send_it_again();
}
