package org.fundtrail.funding.claim;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.funding.api.claim.ClaimChecklistView;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.checklist.Checklist;

/** What a verification looked at, and what it answered to the checklist: nothing before there was one. */
@Embeddable
class Examination {
    @ElementCollection
    @CollectionTable(name = "claim_answer", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "n")
    private List<Answered> answers = new ArrayList<>();

    /** Of each line, whether it was looked at; empty where that was not stated. */
    @ElementCollection
    @CollectionTable(name = "claim_sampled", joinColumns = @JoinColumn(name = "claim_id"))
    @Column(name = "sampled")
    @OrderColumn(name = "n")
    private List<Boolean> sampled = new ArrayList<>();

    /** It was not verified, or that is void. */
    void forget() {
        answers.clear();
        sampled.clear();
    }

    /** @param by the checklist that is answered, or null */
    void say(ClaimVerification said, Checklist by, int lines) {
        forget();
        said.answersOrNone().forEach(one -> answers.add(new Answered(by.id(), one)));
        if (said.sampled() != null) {
            IntStream.rangeClosed(1, lines)
                    .forEach(line -> sampled.add(said.sampled().contains(line)));
        }
    }

    /** Which checklist was answered, or null. */
    UUID checklist() {
        return answers.isEmpty() ? null : answers.get(0).checklist();
    }

    /** Whether this line was looked at, or null where that was not stated. */
    Boolean sampled(int at) {
        return sampled.isEmpty() ? null : sampled.get(at);
    }

    /** About how long it is as its readers see it: every question stands there in both languages. */
    long length() {
        return 900L * answers.size();
    }

    /** @param by the checklist that was answered, or null */
    ClaimChecklistView view(Checklist by) {
        if (by == null) {
            return null;
        }
        var said = new HashMap<Integer, Answered>();
        answers.forEach(one -> said.put(one.question(), one));
        var asked = by.questions();
        return new ClaimChecklistView(
                by.id(),
                by.number(),
                by.title(),
                answers.size(),
                asked.size(),
                IntStream.rangeClosed(1, asked.size())
                        .mapToObj(n -> Answered.view(n, asked.get(n - 1), said.get(n)))
                        .toList());
    }

    List<Map<String, Object>> answerFacts() {
        return answers.stream().map(Answered::facts).toList();
    }

    List<Map<String, Object>> sampledFacts() {
        return sampled.stream()
                .map(one -> Map.<String, Object>of("sampled", one))
                .toList();
    }
}
