package org.fundtrail.gateway.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.common.Problem;
import org.fundtrail.funding.api.allocation.ActionType;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.allocation.Source;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** An allocation on its way through the steps: source, amount and dates, sources, check. */
public final class AllocationForm {
    static final List<String> STEPS = List.of("source", "amount", "sources", "check");
    private static final String NEW = "/allocations/new";
    private static final Fields<AllocationTerms> PARTIES = Fields.of(
            AllocationTerms.class,
            "allocation",
            Field.text("donor"),
            Field.text("recipient"),
            Field.one("actionType", "actionType", ActionType.values()));
    private static final Fields<AllocationTerms> FIRST = Fields.of(
                    AllocationTerms.class, "allocation", Field.record("programme"), Field.text("reference"))
            .and(PARTIES)
            .and(Fields.of(AllocationTerms.class, "allocation", Field.text("purpose")));
    private static final Fields<AllocationTerms> ELIGIBILITY =
            Fields.of(AllocationTerms.class, "allocation", Field.day("eligibility.from"), Field.day("eligibility.to"));
    private static final Fields<AllocationTerms> SECOND = Fields.of(
                    AllocationTerms.class,
                    "allocation",
                    Field.money("amount"),
                    Field.share("coFinancingRate"),
                    Field.text("decision.reference"),
                    Field.day("decision.date"))
            .and(ELIGIBILITY);
    private static final Fields<AllocationTerms> ALL = FIRST.and(SECOND);
    /** What is mostly as in the last allocation of the programme, by steps. */
    private static final Map<String, Fields<AllocationTerms>> KNOWN = Map.of("source", PARTIES, "amount", ELIGIBILITY);

    private static final Pattern SOURCE = Pattern.compile("sources\\[(\\d{1,2})]\\.");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "source", List.of("programme", "reference", "donor", "recipient", "actionType", "purpose"),
            "amount", List.of("amount", "coFinancingRate", "decision", "eligibility"),
            "sources", List.of("sources", "sources[0]", "sources[1]", "sources[2]"),
            "check", List.of());

    /** A step in the bar above the form. */
    public record Step(String name, int number, boolean isDone, boolean isHere) {}

    private final Form form;
    private final String base;
    private String here = "source";
    private String known;
    private boolean isNothingKnown;
    private AllocationTerms request;
    private final List<Fields.Difference> differences = new ArrayList<>();

    AllocationForm(Form form, String base) {
        this.form = form;
        this.base = base;
    }

    /** A new one. */
    static AllocationForm blank(Form form) {
        return new AllocationForm(form, NEW);
    }

    /** Another one like it: all but what is its own. */
    static AllocationForm like(AllocationView allocation, Form form) {
        return blank(ALL.without("reference", "decision.reference").fillAlike(form, allocation));
    }

    /** What was returned, ready to be changed. */
    static AllocationForm of(AllocationView allocation, Language language) {
        var form = ALL.fill(Form.empty(language), allocation);
        var sources = allocation.sources() == null ? List.<Source>of() : allocation.sources();
        for (int i = 0; i < sources.size(); i++) {
            var name = "sources[" + i + "].";
            form.with(name + "title", sources.get(i).title())
                    .with(name + "url", sources.get(i).url())
                    .withDate(name + "date", sources.get(i).date())
                    .with(name + "statement", sources.get(i).statement());
        }
        return new AllocationForm(form, "/allocations/" + allocation.id() + "/change");
    }

    void at(String step) {
        here = STEPS.contains(step) ? step : "source";
    }

    /** Whether its programme is chosen, and nothing said yet in this step of what the programme's last allocation can tell. */
    boolean isTakingKnown() {
        return !isChange()
                && !form.isRefused()
                && form.has("programme")
                && KNOWN.containsKey(here)
                && KNOWN.get(here).isBlank(form);
    }

    /** Fills that in, or notes that there is nothing to fill it in from. */
    void takeKnown(Optional<AllocationView> last) {
        isNothingKnown = last.isEmpty();
        last.ifPresent(one -> {
            KNOWN.get(here).fillAlike(form, one);
            known = one.reference();
        });
    }

    /** The first step before this one that is not filled in as it should be, or null; its errors are noted. */
    String firstUnfinishedBefore(String to) {
        int end = to.equals("record") ? STEPS.size() - 1 : STEPS.indexOf(to);
        for (int i = 0; i < end; i++) {
            read(STEPS.get(i));
            if (form.isRefused()) {
                return STEPS.get(i);
            }
        }
        return null;
    }

    /** What was said in the steps before this one, or null where there is none. */
    Object saidBefore(String to) {
        return switch (to) {
            case "amount" -> FIRST.part(form);
            case "sources" -> ALL.part(form);
            case "check" -> request();
            default -> null;
        };
    }

    private void read(String step) {
        switch (step) {
            case "source" -> FIRST.read(form);
            case "amount" -> SECOND.read(form);
            default -> readSources();
        }
    }

    private List<Source> readSources() {
        return IntStream.range(0, sourceCount())
                .mapToObj(i -> "sources[" + i + "]")
                .filter(this::isStarted)
                .map(name -> new Source(
                        form.text(name + ".title"),
                        form.optionalText(name + ".url"),
                        form.optionalDate(name + ".date"),
                        form.optionalText(name + ".statement")))
                .toList();
    }

    private boolean isStarted(String name) {
        return form.answers().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith(name + ".")
                        && !answer.getValue().isBlank());
    }

    /** All the answers as the service takes them; read when they have been checked. */
    AllocationTerms request() {
        if (request == null) {
            request = ALL.read(form, Map.of("sources", readSources()));
        }
        return request;
    }

    /** While nobody can say what else there is. */
    List<Option> chosenProgramme() {
        return FIRST.chosen(form).getOrDefault("programme", List.of());
    }

    void refuse(Problem problem) {
        form.refuse(problem);
    }

    static String before(String step) {
        return STEPS.get(Math.max(0, STEPS.indexOf(step) - 1));
    }

    /**
     * Where the officer can put right what the service refused.
     *
     * @param otherwise where it is said what no step asks for
     */
    String stepOfFirstError(String otherwise) {
        return STEPS.stream()
                .filter(step -> form.isAnyWrong(FIELDS.get(step)))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Somebody changed it meanwhile: shows both values, and the next attempt is against what is recorded now.
     *
     * @param programmes what there is to choose from
     */
    void compareWith(AllocationView recorded, List<Option> programmes) {
        var language = form.language();
        differences.addAll(ALL.differences(language, request(), recorded, Map.of("programme", programmes)));
        var mine = words(request().sources());
        var now = words(recorded.sources());
        if (!Objects.equals(mine, now)) {
            differences.add(new Fields.Difference(Words.field(language, "sources"), mine, now));
        }
        form.with("version", String.valueOf(recorded.version()));
    }

    /** All that is cited, or null for nothing. */
    private String words(List<Source> sources) {
        return sources == null || sources.isEmpty()
                ? null
                : sources.stream().map(this::words).collect(Collectors.joining("; "));
    }

    private String words(Source source) {
        var date = source.date() == null ? null : form.language().date(source.date());
        return Stream.of(source.title(), source.url(), date, source.statement())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    // ── For the templates ──

    public Form form() {
        return form;
    }

    public String base() {
        return base;
    }

    public String here() {
        return here;
    }

    /** The allocation from which this step was filled in just now, or null. */
    public String known() {
        return known;
    }

    public boolean isNothingKnown() {
        return isNothingKnown;
    }

    /** Whether there is something to fill in once the programme is chosen. */
    public boolean isOfferingKnown() {
        return !isChange() && PARTIES.isBlank(form);
    }

    public List<Fields.Difference> differences() {
        return differences;
    }

    public List<Step> steps() {
        return IntStream.range(0, STEPS.size())
                .mapToObj(i -> new Step(
                        STEPS.get(i),
                        i + 1,
                        i < STEPS.indexOf(here),
                        STEPS.get(i).equals(here)))
                .toList();
    }

    public String previous() {
        return STEPS.get(Math.max(0, STEPS.indexOf(here) - 1));
    }

    public String following() {
        return here.equals("check") ? "record" : STEPS.get(STEPS.indexOf(here) + 1);
    }

    /** The answers of the other steps, to be carried along. */
    public List<Map.Entry<String, String>> carried() {
        return form.answersExcept(FIELDS.get(here).isEmpty() ? List.of("stay") : withStay(FIELDS.get(here)));
    }

    private static List<String> withStay(List<String> fields) {
        var all = new ArrayList<>(fields);
        all.add("stay");
        return all;
    }

    /** The key of the word over it. */
    public String title() {
        return isChange() ? "title.change-allocation" : "title.record-allocation";
    }

    public boolean isChange() {
        return !base.equals(NEW);
    }

    /** What the allocation on its way is told by: the id stands in the address. */
    public String id() {
        return isChange() ? base.split("/")[2] : null;
    }

    public String version() {
        return DecisionForm.version(form);
    }

    public String key() {
        return form.key();
    }

    public String value(String field) {
        return form.value(field);
    }

    /** How many sources the step offers: one more than there are, three at least to begin with, one at the end. */
    public int sourceCount() {
        int last = -1;
        for (var name : form.answers().keySet()) {
            var source = SOURCE.matcher(name);
            if (source.lookingAt() && form.has(name)) {
                last = Math.max(last, Integer.parseInt(source.group(1)));
            }
        }
        return Math.min(20, Math.max(2, last + 2));
    }

    public List<String> sourceNames() {
        return IntStream.range(0, sourceCount())
                .mapToObj(i -> "sources[" + i + "]")
                .toList();
    }
}
