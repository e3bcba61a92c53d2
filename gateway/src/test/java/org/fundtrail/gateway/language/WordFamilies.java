package org.fundtrail.gateway.language;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.FindingProblem;
import org.fundtrail.common.Kind;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.VerificationView;
import org.fundtrail.common.value.SentName;
import org.fundtrail.funding.api.allocation.ActionType;
import org.fundtrail.funding.api.allocation.AllocationAmendmentTerms;
import org.fundtrail.funding.api.allocation.AllocationAmendmentType;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.allocation.ClosureTerms;
import org.fundtrail.funding.api.allocation.DecommitmentTerms;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.funding.api.claim.ChecklistAnswer;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.ClaimFigure;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.claim.ErrorKind;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.funding.api.costoption.FlatRateBasis;
import org.fundtrail.funding.api.digest.DigestState;
import org.fundtrail.funding.api.digest.MailLanguage;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ManagementMode;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.funding.api.receipt.ReceiptTerms;
import org.fundtrail.funding.api.receipt.ReceiptType;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.recovery.RecoveryTerms;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.gateway.frame.JointList;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.help.Figure;
import org.fundtrail.gateway.help.Term;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.report.CostColumn;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.contract.ContractFigure;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateFilter;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectTerms;
import org.fundtrail.infrastructure.api.report.CostReportTerms;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.security.SecurityKind;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
import org.fundtrail.infrastructure.api.variation.VariationClass;
import org.fundtrail.infrastructure.api.variation.VariationState;
import org.fundtrail.infrastructure.api.variation.VariationStatus;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.api.variation.VariationView;
import org.fundtrail.infrastructure.api.variation.VariationWarning;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;

/**
 * The families of words, by their prefix: what stands behind it is said by the code, as the values of an enum, the rules of the services,
 * their steps and accounts. What has to have words is {@code needed}, what may have is {@code possible}.
 */
final class WordFamilies {
    private static final List<Class<?>> TERMS = List.of(
            AllocationTerms.class,
            AllocationAmendmentTerms.class,
            DecommitmentTerms.class,
            ClosureTerms.class,
            CommitmentAmendmentTerms.class,
            ReceiptTerms.class,
            CommitmentTerms.class,
            ClaimTerms.class,
            CostOptionTerms.class,
            ChecklistTerms.class,
            RecoveryTerms.class,
            ProgrammeTerms.class,
            ProjectTerms.class,
            WorksProgrammeTerms.class,
            EstimateTerms.class,
            BaselineTerms.class,
            CostLineTerms.class,
            BudgetTransferTerms.class,
            BudgetChangeTerms.class,
            DirectCostTerms.class,
            ForecastTerms.class,
            ContractTerms.class,
            CertificateTerms.class,
            SecurityTerms.class,
            SubcontractorTerms.class,
            VariationTerms.class,
            CostReportTerms.class,
            CreditNoteTerms.class,
            InvoiceTerms.class);
    private static final List<Class<?>> ANSWERS = List.of(
            AllocationView.class,
            CommitmentView.class,
            ClaimView.class,
            CostOptionView.class,
            ClaimLineView.class,
            ClaimVerification.class,
            ChecklistView.class,
            RecoveryView.class,
            SharedCost.class,
            ContractView.class,
            BaselineView.class,
            CostLineView.class,
            CertificateView.class,
            SecurityView.class,
            SubcontractorView.class,
            VariationView.class,
            StepTaken.class);
    private static final List<String> SERVICES = List.of("funding-service", "infrastructure-service");
    private static final List<String> EVERYTHING = List.of(
            "libs/common",
            "libs/journal",
            "libs/records",
            "libs/funding-api",
            "libs/infrastructure-api",
            "funding-service",
            "infrastructure-service",
            "gateway");
    private static final Set<String> DECIDED = Set.of(
            "allocation",
            "allocation-amendment",
            "certificate",
            "checklist",
            "commitment",
            "cost-option",
            "commitment-amendment",
            "contract",
            "budget-transfer",
            "budget-change",
            "direct-cost",
            "variation");
    private static final List<String> REVERSED = List.of("receipt", "commitment", "certificate", "direct-cost");
    private static final List<String> CORRECTED = List.of("programme", "project", "works-programme", "contract");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z][A-Z_]+)\\((?:\\s*(\\d{3}),)?");
    private static final Pattern ACCOUNT = Pattern.compile("Account\\.\\w+\\(\\s*\"([A-Z_]+)\"");
    /** A constant that is called as what it says: accounts that are opened in several places. */
    private static final Pattern ITSELF = Pattern.compile("String ([A-Z_]+) = \"\\1\";");

    /** What is listed as an account, of one or the other sort. */
    private static final Pattern COST_ACCOUNT = Pattern.compile("(?m)^    ([A-Z_]+)(?:\\(true\\))?[,;]$");

    /** What happens on a day of a record. */
    private static final Pattern DAY = Pattern.compile("'([a-z-]+)' AS what");

    private static final Pattern RULE = Pattern.compile("(?ms)^    ([A-Z][A-Z_]+)\\((.*?)\\)[,;]\n");
    private static final Pattern PARAM = Pattern.compile("\\{(\\w+)}");
    /** What a record says besides its terms, and which field stands there. */
    private static final Pattern FACTS = Pattern.compile("(?s)Facts\\.of\\((.*?)\\.asMap\\(\\)");

    private static final Pattern FACT = Pattern.compile("\"([A-Za-z.]+)\"");
    private static final Pattern FILTER = Pattern.compile("@QueryParam\\(\"([^\"]+)\"");
    private static final Pattern ROLE = Pattern.compile("String [A-Z_]+ = \"([a-z-]+)\";");
    private static final Pattern FORM = Pattern.compile("Fields\\.of\\(\\s*\\w+\\.class,\\s*\"([a-z-]+)\",([^;]*);");
    private static final Pattern ASKED = Pattern.compile("Field\\.(\\w+)\\(\\s*\"([^\"]+)\"[^;]*?(?=Field\\.|$)");

    /** What is asked on the page of a record, which says what follows. */
    private static final Set<String> SHORT =
            Set.of("decision", "comment", "answer", "digest", "invoice-step", "claim-step", "recovery-step");

    private static final Pattern NEEDED = Pattern.compile("\\.needed\\(\"([A-Za-z]+)\"\\)");

    final Map<String, Set<String>> needed = new HashMap<>();
    final Map<String, Set<String>> possible = new HashMap<>();
    /** The fields that records have and forms ask for. */
    final Set<String> fields = new TreeSet<>();

    /** What the rules say besides, by their codes: the names of the params. */
    final Map<String, Set<String>> params = new HashMap<>();

    private final Path home;

    WordFamilies(Path home, Set<String> actions) {
        this.home = home;
        lists();
        refusals();
        actions(actions);
        done();
        forms();
        TERMS.forEach(type -> paths("", type, fields));
        CostColumn.fields().forEach(fields::add);
    }

    /** The fields that only answers, entries and filters have; some are never shown. */
    Set<String> fieldsBesides() {
        var paths = new TreeSet<String>();
        ANSWERS.forEach(type -> paths("", type, paths));
        sources(".java", SERVICES)
                .flatMap(text -> found(FACTS, text))
                .flatMap(facts -> found(FACT, facts))
                .forEach(paths::add);
        sources(".java", EVERYTHING).flatMap(text -> found(FILTER, text)).forEach(paths::add);
        return paths;
    }

    private void lists() {
        need("fund.", names(Fund.values()));
        need("actionType.", names(ActionType.values()));
        need("kind.", names(ProjectKind.values()));
        need("kind.", names(CostKind.values()));
        need("receiptKind.", names(ReceiptType.values()));
        for (var family : List.of("check-then.", "check-too-little.")) {
            need(family, Stream.of("allocated", "available", "to-receive", "committed"));
        }
        for (var family : List.of("closure-done.", "closure-open.")) {
            need(family, Stream.of("available", "to-receive", "waits"));
        }
        need("overridden.", Stream.of("cost-outside-programme", "invoice-number-taken"));
        need("amendmentType.", names(AllocationAmendmentType.values()));
        need("managementMode.", names(ManagementMode.values()));
        need("basis.", names(Basis.values()));
        need("category.", names(CostCategory.values()));
        need("released.", names(CertificateParameters.Release.values()));
        need("securityKind.", names(SecurityKind.values()));
        need("variationClass.", names(VariationClass.values()));
        need("variationState.", names(VariationState.values()));
        need("threshold.", names(VariationWarning.values()));
        need("status.", names(VariationStatus.values()));
        need("stage.", names(Stage.values()));
        need("vatRegime.", names(VatRegime.values()));
        need("counting.", names(ContractFigure.values()));
        need("counting.", names(ClaimFigure.values()));
        need("live.", Stream.of("yes", "no"));
        need("reportVat.", names(CostReportVat.values()));
        need("costGroup.", names(CostColumn.Group.values()));
        need("costGroupText.", names(CostColumn.Group.values()));
        need("accuracyClass.", Stream.of("1", "2", "3", "4", "5"));
        need("status.", names(ApprovalStatus.values()));
        need("status.", names(ReceiptStatus.values()));
        need("amountOf.", ofApproval());
        need("committedOf.", names(ApprovalStatus.values()));
        need("outcome.", names(Decision.Outcome.values()));
        need("anotherPaper.", Stream.of("false", "true"));
        need("date.", Language.EN.dateParts().stream());
        need("wrongDate.", Language.EN.dateParts().stream());
        need("step.", Stream.concat(sources("Step.java").flatMap(WordFamilies::constants), steps()));
        for (var account : List.of(ACCOUNT, ITSELF)) {
            need("account.", sources(".java", SERVICES).flatMap(text -> found(account, text)));
        }
        need("account.", sources("/CostAccount.java").flatMap(text -> found(COST_ACCOUNT, text)));
        need("invoice-next.", names(InvoiceStatus.values()));
        need("invoice-you.", Stream.of("RECEIVED", "MATCHED", "APPROVED", "RETURNED", "DISPUTED"));
        need("status.", names(InvoiceStatus.values()));
        need("claim-next.", names(ClaimStatus.values()));
        need(
                "claim-you.",
                Stream.of(
                        "DRAFT",
                        "SUBMITTED",
                        "CLOCK_STOPPED",
                        "VERIFIED",
                        "AUTHORISED",
                        "RETURNED",
                        "REVERSAL_PROPOSED"));
        need("status.", names(ClaimStatus.values()));
        need("status.", names(RecoveryStatus.values()));
        need("claimLine.", names(ClaimLineKind.values()));
        need("flatRateBasis.", names(FlatRateBasis.values()));
        need("deduction.", names(DeductionKind.values()));
        need("checklistAnswer.", names(ChecklistAnswer.values()));
        need("errorKind.", names(ErrorKind.values()));
        need("looked.", Stream.of("ALL", "SAMPLE"));
        need("interestAbove.", Stream.of("3.5", "8"));
        need("recoveryKind.", names(DeductionKind.values()));
        need("recovery-next.", names(RecoveryStatus.values()));
        need("recovery-you.", Stream.of("ESTABLISHED", "ORDERED", "RETURNED"));
        need("clock.", names(ClaimClockChange.Action.values()));
        need("hindrance.", names(ClaimableCost.Hindrance.values()));
        need("fundedShare.", Stream.of("0.5", "1"));
        need("role.", sources("/Role.java").flatMap(text -> found(ROLE, text)));
        need("role.", Stream.of("none"));
        need("client.", Stream.of("web", "api", "clock", "import", "log"));
        need("finding.problem.", names(FindingProblem.values()));
        need("verification.state.", names(VerificationView.State.values()));
        need("sorted.", names(Column.Shape.values()).flatMap(shape -> Stream.of(shape + "-up", shape + "-down")));
        for (var family : List.of("coming.", "passed.")) {
            need(family, sources(".java", SERVICES).flatMap(text -> found(DAY, text)));
        }
        need("told.", Stream.of("waiting", "returned", "asked", "days"));
        need("digestState.", names(DigestState.values()));
        need("mailLanguage.", names(MailLanguage.values()));
        need("yesNo.", names(EstimateFilter.IsBaseline.values()));
        need("service.", Stream.of("funding", "infrastructure"));
        need("figure.", names(Figure.values()));
        need("made.", names(Figure.values()));
        need("term.", names(Term.values()));
        need("meaning.", names(Term.values()));
        need("field.", Stream.of("eligibleCredited", "euEligible")); // of an item of expenditure
        need("stopped.", Stream.of("history-rolled-back", "kept-checkpoint-missing"));
        need("service.", Stream.of("funding-service", "infrastructure-service", "database"));
    }

    /** The steps of the form of an allocation. */
    private Stream<String> steps() {
        return found(
                Pattern.compile("STEPS = List\\.of\\(\"(\\w+)\", \"(\\w+)\", \"(\\w+)\", \"(\\w+)\"\\)"),
                WordsInUse.text(gateway("allocation/AllocationForm.java")));
    }

    private void refusals() {
        var rules = sources("Rule.java")
                .filter(text -> text.contains("implements Rule"))
                .toList();
        need("problem.", rules.stream().flatMap(WordFamilies::constants).map(WordFamilies::code));
        need("problem.", Stream.of("unknown"));
        var statuses = rules.stream()
                .flatMap(text -> CONSTANT.matcher(text).results())
                .map(rule -> rule.group(2))
                .filter(status -> status != null)
                .collect(Collectors.toSet());
        statuses.add("500");
        may("error.", statuses.stream());
        rules.stream()
                .flatMap(text -> RULE.matcher(text).results())
                .forEach(rule -> params.put(
                        code(rule.group(1)), found(PARAM, rule.group(2)).collect(Collectors.toSet())));
        may("error.", statuses.stream().map(status -> status + ".text"));
    }

    /** @param actions what the services do, such as {@code contract.approved} */
    private void actions(Set<String> actions) {
        need("action.", actions.stream());
        need("type.one.", actions.stream().map(action -> action.substring(0, action.indexOf('.'))));
        need("type.", Kinds.all().map(Kind::type));
        need("first.", Stream.of(JointList.values()).map(Kind::type));
        need("first.", Kinds.all().filter(kind -> kind.about().hasList()).map(Kind::type));
    }

    private void done() {
        need("done.", Stream.of("digest.on", "digest.off", "draft.kept"));
        var decided = ofApproval().filter(status -> !status.equals("PROPOSED")).toList();
        for (var kind : DECIDED) {
            need("done.", Stream.of(kind + ".recorded", kind + ".changed"));
            need("done.", decided.stream().map(status -> kind + "." + status));
        }
        need("done.", CORRECTED.stream().map(kind -> kind + ".corrected"));
        for (var kind : REVERSED) {
            need(
                    "done.",
                    Stream.of("REVERSAL_PROPOSED", "REVERSED", "REVERSAL_REFUSED")
                            .map(status -> kind + "." + status));
        }
        need("undone.", REVERSED.stream());
        need("undone.", Stream.of("claim"));
        need("reversalOutcome.", Stream.of("APPROVED", "REJECTED"));
        need("done.", decided.stream().map(status -> "baseline." + status));
        need("done.", Stream.of("contract.stage"));
        need("done.", names(InvoiceStatus.values()).map(status -> "invoice." + status));
        need("done.", Stream.of("invoice.recorded", "invoice.changed", "invoice.credit-note"));
        need(
                "done.",
                names(ClaimStatus.values())
                        .filter(status -> !status.equals("DRAFT"))
                        .map(status -> "claim." + status));
        need(
                "done.",
                Stream.of(
                        "claim.recorded",
                        "claim.changed",
                        "claim.PAYMENT_REVERSED",
                        "claim.PAYMENT_STAYS",
                        "claim.CLOCK_STARTED"));
        need("done.", Stream.of("recovery.recorded", "recovery.changed"));
        need(
                "done.",
                names(RecoveryStatus.values())
                        .filter(status -> !status.equals("ESTABLISHED"))
                        .map(status -> "recovery." + status));
        need("done.", Stream.of("comment.commented", "comment.answered"));
        need("done.", Stream.of("baseline.recorded", "receipt.recorded", "programme.recorded", "security.recorded"));
        need("done.", Stream.of("variation.PENDING"));
        need("done.", Stream.of("cost-report.recorded", "subcontractor.recorded"));
        need("done.", Stream.of("CONFIRMED", "REFUSED", "WITHDRAWN").map(status -> "receipt." + status));
        need(
                "done.",
                Stream.of("project", "works-programme")
                        .flatMap(kind -> Stream.of(kind + ".recorded", kind + ".estimate")));
        need("done.", Stream.of("cost-line.recorded", "cost-line.forecast"));
    }

    /** What forms ask: by the tables of their fields. */
    private void forms() {
        WordsInUse.files(gateway(""), ".java")
                .map(WordsInUse::text)
                .forEach(text -> FORM.matcher(text).results().forEach(form -> {
                    var type = form.group(1);
                    if (!SHORT.contains(type)) {
                        need("title.record-", Stream.of(type));
                        need("next.", type.equals("allocation") ? Stream.empty() : Stream.of(type));
                    }
                    ASKED.matcher(form.group(2))
                            .results()
                            .forEach(field -> asked(type, field.group(1), field.group(2), field.group()));
                }));
        need(
                "need.",
                Stream.of(
                        "sources.title",
                        "reason",
                        "outcome",
                        "text",
                        "whom",
                        "lines",
                        "costs",
                        "deductionKind",
                        "checklistFinding",
                        "lookedAt"));
        need("title.change-", DECIDED.stream());
        need("title.change-", Stream.of("invoice", "claim", "recovery", "decommitment", "closure"));
        need("back.", Stream.of("invoice", "claim", "recovery"));
        need("title.erase-", Stream.of("person"));
        need("title.correct-", CORRECTED.stream());
        need("next.", Stream.of("correction"));
        need("back.", CORRECTED.stream());
        need("back.", DECIDED.stream());
        need("back.", Stream.of("project", "works-programme", "cost-line"));
    }

    private void asked(String type, String control, String path, String said) {
        fields.add(path);
        if (!control.equals("tick") && !said.contains(".optional()")) {
            var needed = NEEDED.matcher(said);
            need("need.", Stream.of(needed.find() ? needed.group(1) : path));
        }
        for (var prefix : List.of("hint.", "ask.", "empty.", "field.")) {
            may(prefix, Stream.of(type + "." + path));
        }
    }

    private void need(String prefix, Stream<String> members) {
        var all = needed.computeIfAbsent(prefix, none -> new TreeSet<>());
        members.forEach(all::add);
        may(prefix, all.stream());
    }

    private void may(String prefix, Stream<String> members) {
        var all = possible.computeIfAbsent(prefix, none -> new TreeSet<>());
        members.forEach(all::add);
    }

    /** Where records stand of which nothing is reversed. */
    private static Stream<String> ofApproval() {
        return names(ApprovalStatus.values()).filter(status -> !status.startsWith("REVERS"));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static String code(String constant) {
        return constant.toLowerCase().replace('_', '-');
    }

    private static Stream<String> constants(String source) {
        return CONSTANT.matcher(source).results().map(found -> found.group(1));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                .filter(Objects::nonNull);
    }

    private Path gateway(String file) {
        return home.resolve("gateway/src/main/java/org/fundtrail/gateway").resolve(file);
    }

    private Stream<String> sources(String ending) {
        return sources(ending, EVERYTHING);
    }

    /** The sources of these modules whose names end so. */
    private Stream<String> sources(String ending, List<String> modules) {
        return modules.stream()
                .map(module -> home.resolve(module).resolve("src/main/java"))
                .flatMap(folder -> WordsInUse.files(folder, ending))
                .map(WordsInUse::text);
    }

    /** The paths of everything in a record, such as {@code decision.date}. */
    private static void paths(String before, Class<?> type, Set<String> into) {
        for (var part : type.getRecordComponents()) {
            var path = before + SentName.of(part);
            into.add(path);
            var inner = inner(part);
            if (inner.isRecord()
                    && inner.getPackageName().startsWith("org.fundtrail")
                    && !inner.getSimpleName().equals("Money")) {
                paths(path + ".", inner, into);
            }
        }
    }

    private static Class<?> inner(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : part.getType();
    }
}
