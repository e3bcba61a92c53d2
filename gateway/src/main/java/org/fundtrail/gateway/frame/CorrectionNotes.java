package org.fundtrail.gateway.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;

/** What was typed into a correction and is not what will be sent, said beside it: it is not lost without a word. */
final class CorrectionNotes {
    private CorrectionNotes() {}

    /**
     * Of what can no longer be corrected.
     *
     * @param closed the fields of it that were sent
     * @param now the record
     */
    static void ofWhatStays(Form form, Fields<?> closed, Supplier<Object> now) {
        if (!closed.paths().isEmpty()) {
            var recorded = closed.fill(Form.empty(form.language()), now.get()).typedAnswers();
            other(form.part(closed.paths()).typedAnswers(), recorded)
                    .forEach(typed -> form.note(Words.say(form.language(), "note.typed-and-stays", said(typed))));
        }
    }

    /** After somebody else corrected it: the form says what is recorded now. Else what nobody touched here would be put back. */
    static void ofWhatWasTyped(Form form, Fields<?> asked, Supplier<Object> now) {
        var mine = form.part(asked.paths()).typedAnswers();
        asked.fill(form, now.get());
        other(mine, form.typedAnswers())
                .forEach(typed -> form.note(Words.say(form.language(), "note.you-typed", said(typed))));
    }

    private static List<Answer> other(List<Answer> typed, List<Answer> recorded) {
        return typed.stream().filter(answer -> !recorded.contains(answer)).toList();
    }

    private static Map<String, String> said(Answer typed) {
        return Map.of("label", typed.label(), "typed", typed.value());
    }
}
