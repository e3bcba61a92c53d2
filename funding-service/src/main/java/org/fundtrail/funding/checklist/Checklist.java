package org.fundtrail.funding.checklist;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.checklist.ChecklistProgramme;
import org.fundtrail.funding.api.checklist.ChecklistQuestion;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.funding.programme.Programme;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;

/** A version of what is asked when claims of a programme are verified. The latest that was approved is in force. */
@Entity
@Table(name = "checklist")
public class Checklist extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Programme programme;

    /** Which of its programme's it is. */
    @Column(updatable = false)
    private int number;

    private String title;

    @ElementCollection
    @CollectionTable(name = "checklist_question", joinColumns = @JoinColumn(name = "checklist_id"))
    @OrderColumn(name = "n")
    private List<Question> questions = new ArrayList<>();

    protected Checklist() {}

    Checklist(ChecklistTerms terms, Programme programme, int number, Writer by) {
        super(by);
        this.programme = programme;
        this.number = number;
        say(terms);
    }

    /** What it asks from now on; only before it was approved. */
    void say(ChecklistTerms terms) {
        title = terms.title();
        questions.clear();
        terms.questions().forEach(one -> questions.add(new Question(one)));
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    Programme programme() {
        return programme;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public List<ChecklistQuestion> questions() {
        return questions.stream().map(Question::view).toList();
    }

    /** About how long it is as its readers see it. */
    long length() {
        return 1500L + 800L * questions.size();
    }

    /**
     * It as its readers see it.
     *
     * @param inForce the number of that of its programme which is in force, or null
     */
    ChecklistView view(Integer inForce, Life life, Persons persons, Caller reader) {
        return new ChecklistView(
                id(),
                subject().reference(),
                new ChecklistProgramme(programme.id(), programme.code(), programme.name()),
                number,
                title,
                questions(),
                inForce != null && inForce == number,
                standing(ChecklistStep.values(), life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject("checklist", id, programme.code() + "/v" + number);
    }

    @Override
    public Subject parent() {
        return programme.subject();
    }

    /** What it says besides its questions. */
    public record Said(String title) {}

    @Override
    public Map<String, Object> facts() {
        return Facts.of(new Said(title))
                .first("status", status, "number", number, "programme", programme.code(), "programmeId", programme.id())
                .last("questions", questions.stream().map(Question::facts).toList())
                .asMap();
    }
}
