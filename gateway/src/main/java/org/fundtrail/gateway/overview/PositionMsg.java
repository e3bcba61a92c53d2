package org.fundtrail.gateway.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the overview says; a bundle of its own, because Qute 3.33 cannot load one of more than 300 messages. */
@MessageBundle("position")
public interface PositionMsg {

    @Message("Overview")
    String overview();

    @Message("Financing position")
    String financing_position();

    @Message("As of {day}, from {funding} entries of funding and {infrastructure} of infrastructure.")
    String as_of_recorded(String day, String funding, String infrastructure);

    @Message("See the audit trail")
    String see_audit_trail();

    @Message("Print or save PDF")
    String print();

    @Message("Funding against planned cost")
    String funding_against_cost();

    @Message("Nothing is recorded yet.")
    String empty_books();

    @Message(
            "Record a programme and an allocation under Funding, and a project with its estimate under Projects and works.")
    String empty_books_text();

    @Message("of the {estimated} planned cost has no source of funding yet.")
    String hero(String estimated);

    @Message("of at least {estimated} of planned cost has no source of funding yet.")
    String hero_at_least(String estimated);

    @Message("All of the {estimated} planned cost has a source of funding.")
    String hero_covered(String estimated);

    @Message("{percent}% covered by approved commitments")
    String covered_by_commitments(int percent);

    @Message("Of {estimated} planned cost:")
    String bar_label(String estimated);

    @Message("Show as table")
    String show_as_table();

    @Message("Part")
    String part();

    @Message("Estimated")
    String estimated();

    @Message("with VAT")
    String with_vat();

    @Message("Committed to projects")
    String committed_to_projects();

    @Message("Not covered")
    String gap();

    @Message("Approved commitments cover {committed} of {estimated}")
    String coverage_title(String committed, String estimated);

    @Message("Approved commitments cover every project")
    String coverage_title_full();

    @Message("Baseline of each project, with VAT where it is known, and what is committed to it")
    String coverage_text();

    @Message("Coverage per project")
    String coverage_per_project();

    @Message("{percent}% covered")
    String percent_covered(int percent);

    @Message("of {cost}")
    String of_cost(String cost);

    @Message("{amount} more is reserved and waits for a decision")
    String reserved_waits(String amount);

    @Message("{outside} of {estimated} is not yet in a project")
    String works_title(String outside, String estimated);

    @Message("The joint estimate is never added to its parts.")
    String works_text();

    @Message("Allocations that no project uses")
    String unassigned_title();

    @Message("They may not or do not yet pay for a project, so they do not reduce what is not covered.")
    String unassigned_text();

    @Message("The position on another day")
    String other_day();

    @Message("As of")
    String as_of();

    @Message("By the dates on which things happened, with all that is known now")
    String as_of_hint();

    @Message("Show the position")
    String show_position();

    @Message("How these figures are calculated")
    String how_calculated();

    @Message(
            "What a project lacks is its baseline with VAT less the approved commitments to it, never below zero. A works programme counts its joint estimate or the sum of its projects, whichever is larger, and never both. Received is what an accountant confirmed. Amounts are rounded for headlines only; tables and files hold exact cents.")
    String how_calculated_text();

    @Message("Link to exactly these figures")
    String these_figures();

    @Message("As it was known then")
    String as_known_then();

    @Message(
            "With the numbers of recorded entries that an earlier page, file or answer of the API said, the figures are what they were then. Empty means all that is recorded now.")
    String as_known_then_text();

    @Message("Recorded entries of funding")
    String entries_of_funding();

    @Message("Recorded entries of infrastructure")
    String entries_of_infrastructure();

    @Message("Committed beyond the baselines")
    String over_committed();

    @Message("Committed beyond the baseline: {amount}, which covers nothing")
    String over_committed_by(String amount);

    @Message("Position of {day}")
    String past(String day);

    @Message("Back to today")
    String back_to_today();
}
