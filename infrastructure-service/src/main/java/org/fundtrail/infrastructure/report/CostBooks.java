package org.fundtrail.infrastructure.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** Reads what the books say of the cost of projects, as of a day, at a moment: of some projects alone, or of all. */
@ApplicationScoped
class CostBooks {
    /** Where the columns of the report stand. */
    private static final String[] ACCOUNTS = Stream.of(
                    CostAccount.ORIGINAL_BUDGET,
                    CostAccount.TRANSFERS,
                    CostAccount.BUDGET_CHANGES,
                    CostAccount.PENDING_BUDGET_CHANGES,
                    CostAccount.ORIGINAL_COMMITMENTS,
                    CostAccount.ORIGINAL_COMMITMENTS_VAT,
                    CostAccount.APPROVED_VARIATIONS,
                    CostAccount.PRICE_ADJUSTMENTS,
                    CostAccount.PENDING_VARIATIONS,
                    CostAccount.POTENTIAL_CHANGES,
                    CostAccount.CONTRACTED,
                    CostAccount.CONTRACTED_VAT,
                    CostAccount.CERTIFIED,
                    CostAccount.CERTIFIED_VAT,
                    CostAccount.RETAINED,
                    CostAccount.INVOICED,
                    CostAccount.INVOICED_VAT,
                    CostAccount.PAID,
                    CostAccount.PAID_VAT,
                    CostAccount.DIRECT_ACTUAL,
                    CostAccount.FORECAST)
            .map(Enum::name)
            .toArray(String[]::new);

    private final Balances balances;
    private final Versions versions;
    private final Time time;
    private final BigDecimal vatRate;

    CostBooks(
            Balances balances,
            Versions versions,
            Time time,
            @ConfigProperty(name = "fundtrail.vat-rate", defaultValue = "0.21") BigDecimal vatRate) {
        this.balances = balances;
        this.versions = versions;
        this.time = time;
        this.vatRate = vatRate;
    }

    /**
     * The rows of some projects and the contracts on them.
     *
     * @param rows project by project in the order asked for, of each its cost lines as they were recorded and then what has none
     * @param contracts as they were, by their ids
     */
    record Read(List<CostRow> rows, Map<UUID, Versions.Version> contracts) {
        List<CostRow> of(UUID project) {
            return rows.stream().filter(row -> row.project().equals(project)).toList();
        }
    }

    BigDecimal vatRate() {
        return vatRate;
    }

    /** Of these projects; nothing of any other is read. */
    Read of(Collection<UUID> projects, LocalDate day, Moments.Moment moment) {
        var lines = versions.within(projects, "cost-line", moment);
        var ids = lines.stream().map(Versions.Version::record).toList();
        var rows = rows(projects, lines);
        var standing = balances.asOf(rows.keySet(), day, time.today(), moment, ACCOUNTS);
        return complete(rows, standing, versions.within(ids, "forecast", moment), day, moment);
    }

    /** Of all these projects, which are all there are: everything is read at once. */
    Read ofAll(Collection<UUID> projects, LocalDate day, Moments.Moment moment) {
        var rows = rows(projects, versions.of("cost-line", moment));
        var standing = balances.asOf(day, time.today(), moment, ACCOUNTS);
        return complete(rows, standing, versions.of("forecast", moment), day, moment);
    }

    private static Map<UUID, CostRow> rows(Collection<UUID> projects, List<Versions.Version> lines) {
        var byProject = lines.stream()
                .sorted(Comparator.comparing(
                        (Versions.Version line) -> line.record().toString()))
                .collect(Collectors.groupingBy(line -> line.id("projectId")));
        var rows = new LinkedHashMap<UUID, CostRow>();
        for (var project : projects) {
            byProject
                    .getOrDefault(project, List.of())
                    .forEach(line -> rows.put(line.record(), new CostRow(project, line)));
            rows.put(project, new CostRow(project, null));
        }
        return rows;
    }

    private Read complete(
            Map<UUID, CostRow> rows,
            List<Balances.Balance> standing,
            List<Versions.Version> forecasts,
            LocalDate day,
            Moments.Moment moment) {
        var owners = new HashSet<UUID>();
        for (var balance : standing) {
            var row = rows.get(balance.party());
            if (row != null) {
                row.stands(balance);
                owners.add(balance.owner());
            }
        }
        owners.removeAll(rows.keySet()); // budgets and forecasts are of the lines themselves
        var contracts = contracts(owners, moment);
        var forecast = forecastBy(forecasts, day);
        rows.values().forEach(row -> row.complete(contracts::get, forecast.contains(row.id()), vatRate));
        return new Read(new ArrayList<>(rows.values()), contracts);
    }

    /** What these records said that are contracts: others are paid without one, and say no rate of VAT. */
    private Map<UUID, Versions.Version> contracts(Set<UUID> owners, Moments.Moment moment) {
        var contracts = new HashMap<UUID, Versions.Version>();
        versions.of(owners, moment).stream()
                .filter(owner -> owner.facts().has("vatRate") && owner.facts().has("signedOn"))
                .forEach(contract -> contracts.put(contract.record(), contract));
        return contracts;
    }

    private static Set<UUID> forecastBy(List<Versions.Version> forecasts, LocalDate day) {
        return forecasts.stream()
                .filter(forecast -> !LocalDate.parse(forecast.text("on")).isAfter(day))
                .map(forecast -> forecast.id("costLineId"))
                .collect(Collectors.toSet());
    }
}
