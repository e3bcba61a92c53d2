package org.fundtrail.gateway.frame;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.fundtrail.common.Money;
import org.fundtrail.common.PersonRef;
import org.fundtrail.funding.api.checklist.QuestionText;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.gateway.form.Longest;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.estimate.Title;

/** How templates write values in the reader's language: {@code {f:money(x)}}. */
@TemplateExtension(namespace = "f")
final class Formats {
    private Formats() {}

    static String money(Money money, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).money(money);
    }

    static String millions(Money money, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).millions(money);
    }

    static String millionsOnly(Money money, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).millionsOnly(money);
    }

    static String number(BigDecimal plain, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).number(plain.toPlainString());
    }

    /** A percentage of the API, such as 12.5. */
    static String ofHundred(BigDecimal percent, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).percent(percent.movePointLeft(2));
    }

    static String percent(BigDecimal share, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).percent(share);
    }

    static String date(LocalDate day, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).date(day);
    }

    /** A day as it stands in an address. */
    static String day(String text, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).date(LocalDate.parse(text));
    }

    static String weekday(LocalDate day, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).weekday(day);
    }

    static String moment(Instant at, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).moment(at);
    }

    static String clock(Instant at, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).clock(at);
    }

    static String count(long value, @TemplateAttribute("locale") Object locale) {
        return Language.ofPage(locale).count(value);
    }

    /** What was typed into a control: letter by letter, with nothing put around it. */
    record Typed(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Typed typed(String text) {
        return new Typed(text == null ? "" : text);
    }

    /** How many characters a long text may have. */
    static int longest(String type, String field) {
        return Longest.of(type, field);
    }

    /** The address of a record. */
    static String at(String room, Object id) {
        return "/" + room + "/" + id;
    }

    /** The address of a list of what counted by a day. */
    static String countedBy(String room, LocalDate day) {
        return "/" + room + "?asOf=" + day;
    }

    /** The address of a list of what belongs to a record. */
    static String narrowed(String room, String of, Object id) {
        return "/" + room + "?" + of + "=" + encoded(String.valueOf(id));
    }

    /** The address of a list of what of a record counted by a day. */
    static String countedOf(String room, String of, Object id, LocalDate day) {
        return narrowed(room, of, id) + "&asOf=" + day;
    }

    /** The address of a list of the records that make up a figure as of a day. */
    static String figure(String room, String figure, LocalDate day) {
        return countedBy(room, day) + "&counting=" + figure;
    }

    /** The same of the records that belong to another. */
    static String figureOf(String room, String figure, String of, Object id, LocalDate day) {
        return countedOf(room, of, id, day) + "&counting=" + figure;
    }

    static String encoded(String value) {
        return Links.encoded(value);
    }

    static String label(String list, Object value, @TemplateAttribute("locale") Object locale) {
        return Words.label(Language.ofPage(locale), list, value);
    }

    static String field(String path, @TemplateAttribute("locale") Object locale) {
        return Words.field(Language.ofPage(locale), path);
    }

    /** The name of a field that may stay empty. */
    static String optional(String path, @TemplateAttribute("locale") Object locale) {
        return Words.optional(Language.ofPage(locale), Words.field(Language.ofPage(locale), path));
    }

    static String word(String key, @TemplateAttribute("locale") Object locale) {
        return Words.of(Language.ofPage(locale), key);
    }

    static String person(PersonRef person, @TemplateAttribute("locale") Object locale) {
        return Names.person(Language.ofPage(locale), person);
    }

    /** The title of a project, kept in both languages. */
    static String title(Title title, @TemplateAttribute("locale") Object locale) {
        return Names.title(Language.ofPage(locale), title);
    }

    static String title(ProjectTitle title, @TemplateAttribute("locale") Object locale) {
        return Names.title(Language.ofPage(locale), title);
    }

    /** A question of a checklist, kept in both languages. */
    static String question(QuestionText question, @TemplateAttribute("locale") Object locale) {
        return Names.title(Language.ofPage(locale), question.en(), question.lt());
    }

    /** An act of the Union. */
    static String law(String act, @TemplateAttribute("locale") Object locale) {
        return Words.law(Language.ofPage(locale), act);
    }

    /** A field of one of several on a page, or the id of one of several things. */
    static String numbered(String field, int n) {
        return field + "-" + n;
    }

    /** One of the drawings in {@link Icon}. */
    static RawString icon(String name) {
        return new RawString(Icon.svg(name));
    }
}
