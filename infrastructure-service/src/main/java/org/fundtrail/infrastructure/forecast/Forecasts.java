package org.fundtrail.infrastructure.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with the forecasts of a cost line. They follow one another: each holds from its day on, until the next does. */
@ApplicationScoped
class Forecasts {
    private final EntityManager entities;
    private final CostLines lines;
    private final Balances balances;
    private final Journal journal;

    Forecasts(EntityManager entities, CostLines lines, Balances balances, Journal journal) {
        this.entities = entities;
        this.lines = lines;
        this.balances = balances;
        this.journal = journal;
    }

    /** Says what is expected from a day on; moves what differs from what was expected before. */
    @Transactional
    Forecast record(UUID costLine, ForecastTerms terms, Writer by) {
        var line = lines.locked(costLine, by);
        Values.check(terms, by.today());
        var forecast = new Forecast(terms, line, day(terms.on(), line, by), by);
        forecast.persist();
        var id = line.id();
        journal.write(Change.recorded(forecast, Role.PROJECT_OFFICER, by)
                .on(forecast.on())
                .movingEitherWay(
                        forecast.toContract().minus(expected(line)),
                        CostAccount.STATED.of(id, id),
                        CostAccount.FORECAST.of(id, id)));
        return forecast;
    }

    private LocalDate day(LocalDate said, CostLine line, Writer by) {
        var day = said == null ? by.today() : said;
        line.mustCountOn(day);
        var last = entities.createQuery(
                        "SELECT max(f.terms.on) FROM Forecast f WHERE f.costLine = :line", LocalDate.class)
                .setParameter("line", line)
                .getSingleResult();
        new Checks()
                .that(
                        last == null || !day.isBefore(last),
                        InputRule.END_BEFORE_START,
                        "on",
                        "start",
                        String.valueOf(last))
                .done();
        return day;
    }

    /** By the forecast that holds until now. */
    private Money expected(CostLine line) {
        return Money.eur(balances.of(List.of(line.id()))
                .getOrDefault(line.id(), Map.of())
                .getOrDefault(CostAccount.FORECAST.name(), BigDecimal.ZERO));
    }

    /** The forecast, if the reader sees it. */
    Forecast find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Forecast.class, id), reader);
    }

    List<Forecast> list(Listing<Forecast> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
