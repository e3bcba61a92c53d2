package org.fundtrail.infrastructure.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.RecordKind;

/** Forecasts hold from their day on and are never changed. */
@ApplicationScoped
class ForecastKind implements RecordKind {
    private final Forecasts forecasts;
    private final Persons persons;

    ForecastKind(Forecasts forecasts, Persons persons) {
        this.forecasts = forecasts;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "forecast";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return forecasts.find(id, reader).view(persons, reader);
    }
}
