package org.fundtrail.infrastructure.forecast;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.api.forecast.ForecastView;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Recorded;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What somebody expects from some day on that is still to be contracted on a cost line. Never changed: a better one is another one. */
@Entity
@Table(name = "forecast")
public class Forecast extends Recorded {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private CostLine costLine;

    @EmbeddableInstantiator(Kept.class)
    private ForecastTerms terms;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(ForecastTerms.class);
        }
    }

    protected Forecast() {}

    /** @param on the day from which it holds */
    Forecast(ForecastTerms said, CostLine costLine, LocalDate on, Writer by) {
        super(by);
        this.costLine = costLine;
        terms = new ForecastTerms(said.toContract(), said.method(), said.reason(), on);
    }

    Money toContract() {
        return terms.toContract();
    }

    LocalDate on() {
        return terms.on();
    }

    /** It as its readers see it. */
    ForecastView view(Persons persons, Caller reader) {
        return new ForecastView(
                id(),
                costLine.project().subject(),
                costLine.ref(),
                toContract(),
                terms.method(),
                terms.reason(),
                on(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                List.of());
    }

    @Override
    public Subject subject() {
        return new Subject("forecast", id, costLine.name());
    }

    @Override
    public Subject parent() {
        return costLine.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(toContract(), costLine.project().reference());
    }

    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("costLine", costLine.name(), "costLineId", costLine.id())
                .asMap();
    }
}
