package org.fundtrail.gateway.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.page.FundingClient.Entry;

/** An entry of a journal as the reader sees it, in the history of a record and in the audit trail. */
public record EntryView(
        String service,
        long position,
        Instant at,
        String icon,
        String tone,
        String actor,
        String role,
        String sentence,
        String reference,
        String href,
        String reason,
        String action,
        LocalDate effective,
        List<Difference> changes,
        List<Booking> postings,
        String fingerprint) {

    /** A changed field before and after. */
    public record Difference(String field, String before, String after) {}

    public record Booking(String debit, String credit, String amount) {}

    public LocalDate day() {
        return LocalDate.ofInstant(at, Time.VILNIUS);
    }

    public String shortFingerprint() {
        return fingerprint.length() < 12
                ? fingerprint
                : fingerprint.substring(0, 4) + "…" + fingerprint.substring(fingerprint.length() - 4);
    }

    public static EntryView of(Entry entry, String service, Language language) {
        var verb = entry.action().substring(entry.action().lastIndexOf('.') + 1);
        var subject = entry.subject();
        return new EntryView(
                service,
                entry.position(),
                entry.recordedAt(),
                icon(verb),
                tone(verb),
                Words.person(language, entry.actor()),
                entry.role(),
                sentence(entry),
                subject == null ? "" : subject.reference(),
                subject == null ? null : href(subject, entry.parent()),
                entry.reason(),
                entry.action(),
                entry.effectiveDate(),
                entry.changes() == null
                        ? List.of()
                        : entry.changes().stream()
                                .filter(c -> isForReaders(c.field()))
                                .map(c -> new Difference(
                                        Words.field(language, c.field()),
                                        value(c.field(), c.before(), language),
                                        value(c.field(), c.after(), language)))
                                .toList(),
                entry.postings() == null
                        ? List.of()
                        : entry.postings().stream()
                                .map(p -> new Booking(
                                        account(language, p.debit(), entry),
                                        account(language, p.credit(), entry),
                                        language.money(p.amount())))
                                .toList(),
                entry.leafHash() == null ? "" : entry.leafHash());
    }

    /** It goes on from the name: the services say it in the reader's language. */
    private static String sentence(Entry entry) {
        var said = entry.sentence();
        return said == null || said.isEmpty() ? "" : " " + Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /** Ids, and what an entry says besides for the position alone, mean nothing to a reader. */
    private static boolean isForReaders(String field) {
        return !field.equals("id")
                && !field.endsWith(".id")
                && !field.endsWith("Id")
                && !field.endsWith(".type")
                && !field.equals("n")
                && !field.startsWith("projectTitle.")
                && !field.equals("programmeFund")
                && !field.equals("programmeName");
    }

    /** An account in words: what stands there, and of which record. */
    private static String account(Language language, String code, Entry entry) {
        var parts = code.split("/");
        var kind = Words.find(language, "account." + parts[0]);
        var owner = parts.length < 2 ? "" : reference(parts[1], entry);
        var project = parts.length == 4 && entry.about() != null ? entry.about().get("project") : null;
        return (kind == null ? parts[0] : kind)
                + (owner.isEmpty() ? "" : " – " + owner)
                + (project == null ? "" : " – " + project);
    }

    private static String reference(String id, Entry entry) {
        if (entry.subject() != null && id.equals(entry.subject().id())) {
            return entry.subject().reference();
        }
        return entry.parent() != null && id.equals(entry.parent().id())
                ? entry.parent().reference()
                : "";
    }

    public static String href(FundingClient.Subject subject, FundingClient.Subject parent) {
        return switch (subject.type()) {
            case "allocation" -> "/allocations/" + subject.id();
            case "receipt" -> "/receipts/" + subject.id();
            case "commitment" -> "/commitments/" + subject.id();
            case "programme" -> "/programmes/" + subject.id();
            case "project" -> "/projects/" + subject.id();
            case "works-programme" -> "/works-programmes/" + subject.id();
            case "contract" -> "/contracts/" + subject.id();
            case "baseline" -> "/baselines/" + subject.id();
            case "person", "identity" -> null;
            default -> parent == null ? null : href(parent, null);
        };
    }

    private static String icon(String verb) {
        return switch (verb) {
            case "approved", "confirmed" -> "tick";
            case "rejected", "refused" -> "cross";
            case "returned", "withdrawn" -> "back";
            case "changed" -> "change";
            default -> "new";
        };
    }

    private static String tone(String verb) {
        return switch (verb) {
            case "approved", "confirmed" -> "ft-log__i--ok";
            case "rejected", "refused" -> "ft-log__i--bad";
            case "returned" -> "ft-log__i--warn";
            default -> "";
        };
    }

    // By name, not by look: a reference may well look like a day or a sum.
    private static final Set<String> DAYS = Set.of("date", "from", "to", "valueDate", "signedOn", "dueOn");
    private static final Set<String> AMOUNTS = Set.of("amount", "net", "vat", "gross");

    /** A value of a journal entry, which keeps sums and days as text, in the reader's language; null is no value. */
    static String value(String field, Object value, Language language) {
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("amount") && map.containsKey("currency")) {
                return language.money(new Money(
                        new BigDecimal(map.get("amount").toString()),
                        map.get("currency").toString()));
            }
            return map.entrySet().stream()
                    .map(e -> value(e.getKey().toString(), e.getValue(), language))
                    .filter(v -> v != null)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(v -> value(field, v, language))
                    .filter(v -> v != null)
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Boolean yes) {
            return Words.of(language, yes ? "yes" : "no");
        }
        var text = value.toString();
        if (text.startsWith("sha256:")) {
            return Words.of(language, "kept-apart");
        }
        var name = field.substring(field.lastIndexOf('.') + 1);
        if (DAYS.contains(name) && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return language.date(LocalDate.parse(text));
        }
        if (name.toLowerCase().endsWith("rate") && text.matches("[01](\\.\\d{1,6})?")) {
            return language.percent(new BigDecimal(text));
        }
        if (AMOUNTS.contains(name) && text.matches("-?\\d{1,17}\\.\\d{2}")) {
            return language.money(Money.eur(text));
        }
        return lists(name)
                .map(list -> Words.find(language, list + "." + text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(text);
    }

    /** The lists in which a value of this field has its words. */
    private static Stream<String> lists(String field) {
        return switch (field) {
            case "costScope", "projectKind" -> Stream.of("kind");
            case "kind" -> Stream.of("kind", "receiptKind");
            default -> Stream.of(field);
        };
    }
}
