package org.fundtrail.gateway.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.funding.api.checklist.ChecklistQuestion;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.funding.api.claim.ChecklistAnswer;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ErrorKind;
import org.fundtrail.funding.api.claim.VerificationAnswer;
import org.fundtrail.funding.api.claim.VerificationChecklist;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.Placing;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * What a verification asks besides deductions: the questions of the checklist in force, and which lines were looked at.
 *
 * @param checklist the one in force, or null
 * @param answers how a question can be answered
 * @param looks what can have been looked at
 * @param numbers the questions by which something can have been found
 * @param errors the kinds of error
 */
record ExaminationAsked(
        ChecklistView checklist, List<Option> answers, List<Option> looks, List<Option> numbers, List<Option> errors) {
    private static final String VERSION = "checklist.version";
    private static final String LOOKED = "looked";
    private static final String SAMPLED = "sampled";
    private static final int MOST = 100;
    /** How the API calls an answer, or something of it. */
    private static final Pattern ANSWER = Pattern.compile("checklist\\.answers\\[(\\d+)]");

    /** What can have been looked at. */
    enum Looked {
        ALL,
        SAMPLE
    }

    /**
     * A question as the page asks it.
     *
     * @param n the first is 1
     * @param name of its controls
     */
    public record Asked(int n, String name, ChecklistQuestion question) {}

    static ExaminationAsked of(ChecklistView checklist, Language language) {
        var numbers = IntStream.rangeClosed(
                        1, checklist == null ? 0 : checklist.questions().size())
                .mapToObj(n -> new Option(String.valueOf(n), numbered(language, "question_n", n)))
                .toList();
        return new ExaminationAsked(
                checklist,
                Option.of(language, "checklistAnswer", ChecklistAnswer.values()),
                Option.of(language, LOOKED, Looked.values()),
                numbers,
                Option.of(language, "errorKind", ErrorKind.values()));
    }

    public List<Asked> questions() {
        var questions = checklist == null ? List.<ChecklistQuestion>of() : checklist.questions();
        return IntStream.range(0, questions.size())
                .mapToObj(n -> new Asked(n + 1, name(n + 1), questions.get(n)))
                .toList();
    }

    /** Each version has names of its own: what was answered to one is no answer to the next. */
    private String name(int n) {
        return name(String.valueOf(checklist.number()), n);
    }

    private static String name(String version, int n) {
        return "answers[" + version + "][" + n + "]";
    }

    /** What the service is told of it, by its names there; what cannot be read is noted in the form. */
    static void read(Form form, Map<String, Object> into) {
        for (int n = 1; form.has(VERSION) && n <= MOST; n++) {
            var called = numbered(form.language(), "question_n", n);
            form.called().row(name(form.value(VERSION), n), () -> called);
        }
        var answers = answers(form);
        if (!answers.isEmpty()) {
            into.put("checklist", new VerificationChecklist(number(form, VERSION), answers));
        }
        var sampled = sampled(form);
        if (sampled != null) {
            into.put(SAMPLED, sampled);
        }
    }

    private static List<VerificationAnswer> answers(Form form) {
        return answered(form).mapToObj(n -> answer(form, n)).toList();
    }

    private static VerificationAnswer answer(Form form, int n) {
        var name = name(form.value(VERSION), n);
        var answer = form.choice(name + ".answer", ChecklistAnswer.class);
        return new VerificationAnswer(n, answer, finding(form, name + ".finding", answer));
    }

    /** Where a refusal of one of the answers that were given is said: at its question, called by its number. */
    static Placing.Place place(Form form, String path) {
        var answer = ANSWER.matcher(path);
        if (!answer.lookingAt()) {
            return null;
        }
        return answered(form)
                .skip(Integer.parseInt(answer.group(1)))
                .mapToObj(n -> new Placing.Place(
                        name(form.value(VERSION), n) + (path.endsWith(".finding") ? ".finding" : ".answer"),
                        numbered(form.language(), "question_n", n)))
                .findFirst()
                .orElse(null);
    }

    /** The numbers of the questions to which an answer was chosen, as the service is told them. */
    private static IntStream answered(Form form) {
        return IntStream.rangeClosed(1, form.has(VERSION) ? MOST : 0)
                .filter(n -> Stream.of(ChecklistAnswer.values())
                        .anyMatch(answer -> form.chosen(name(form.value(VERSION), n) + ".answer", answer.name())));
    }

    private static String finding(Form form, String name, ChecklistAnswer answer) {
        var finding = form.optionalText(name);
        if (answer == ChecklistAnswer.NO && finding == null) {
            form.refuse(name, "need.checklistFinding");
        }
        return finding;
    }

    /** The lines that were looked at, or null where that is not stated. */
    private static List<Integer> sampled(Form form) {
        var lines = IntStream.iterate(1, line -> form.has("deductions[" + line + "].line"), line -> line + 1)
                .boxed()
                .toList();
        if (form.chosen(LOOKED, Looked.ALL.name())) {
            return lines;
        }
        var ticked = lines.stream()
                .filter(line -> form.chosen(SAMPLED, String.valueOf(line)))
                .toList();
        if (form.chosen(LOOKED, Looked.SAMPLE.name())) {
            return ticked;
        }
        if (!ticked.isEmpty()) {
            form.refuse(LOOKED, "need.lookedAt");
        }
        return null;
    }

    /** A whole number that a control of the page says, or null. */
    static Integer number(Form form, String name) {
        return form.value(name).matches("\\d{1,6}") ? Integer.valueOf(form.value(name)) : null;
    }

    /** What was answered and looked at, for the page where it is checked. */
    List<Answer> said(Language language, ClaimVerification terms, int lines) {
        var said = new ArrayList<Answer>();
        said.add(new Answer(
                Words.of(language, "answers_given"),
                checklist == null
                        ? Words.of(language, "checklist_not_answered")
                        : counted(language, terms.answersOrNone().size())));
        terms.answersOrNone().stream()
                .filter(one -> one.finding() != null)
                .forEach(one -> said.add(new Answer(
                        Words.filled(language, "finding_of_question", Map.of("0", one.question())),
                        Words.label(language, "checklistAnswer", one.answer()) + ": " + one.finding())));
        said.add(new Answer(Words.of(language, "looked_at"), looked(language, terms.sampled(), lines)));
        return said;
    }

    private String counted(Language language, int answered) {
        return Words.filled(
                language,
                "checklist_answered",
                Map.of("0", answered, "1", checklist.questions().size()));
    }

    private static String looked(Language language, List<Integer> sampled, int lines) {
        if (sampled == null) {
            return Words.of(language, "sampled_not_stated");
        }
        return sampled.size() == lines
                ? Words.label(language, LOOKED, Looked.ALL)
                : sampled.isEmpty()
                        ? Words.of(language, "sampled_no")
                        : sampled.stream()
                                .map(line -> numbered(language, "line_n", line))
                                .collect(Collectors.joining(", "));
    }

    private static String numbered(Language language, String word, int n) {
        return Words.filled(language, word, Map.of("0", n));
    }
}
