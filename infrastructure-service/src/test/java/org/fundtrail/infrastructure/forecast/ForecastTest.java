package org.fundtrail.infrastructure.forecast;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.forecast;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.ENGINEER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Clock;
import org.fundtrail.records.Crowd;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ForecastTest {
    private static final String FORECASTS = API + "/cost-lines/{id}/forecasts";

    @Inject
    Balances balances;

    private BigDecimal standing(String line) {
        var id = UUID.fromString(line);
        return balances.of(List.of(id)).get(id).get("FORECAST");
    }

    @Test
    void a_forecast_stands_in_the_place_of_the_one_before_up_down_and_to_nothing() {
        var line = recordedCostLine(recordedProject(), "10.00");
        for (var figure : List.of("5.00", "7.25", "0.40", "0.00", "0.00", "3.00")) {
            ENGINEER.post(FORECASTS, forecast(figure), line)
                    .statusCode(201)
                    .body("toContract.amount", equalTo(figure))
                    .body("costLine.id", equalTo(line))
                    .body("on", equalTo(LocalDate.now(Time.VILNIUS).toString()));
            assertEquals(0, standing(line).compareTo(new BigDecimal(figure)), figure);
        }
        ENGINEER.get(FORECASTS, line)
                .body("items.toContract.amount", contains("5.00", "7.25", "0.40", "0.00", "0.00", "3.00"));
    }

    @Test
    void a_forecast_holds_on_no_day_before_its_line_counts() {
        var line = recordedCostLine(recordedProject(), "10.00");
        var yesterday = LocalDate.now(Time.VILNIUS).minusDays(1).toString();
        refused(ENGINEER.post(FORECASTS, with(forecast("1.00"), "on", yesterday), line), 400, "end-before-start", "on");
    }

    @Test
    void a_forecast_holds_from_its_day_on_and_none_is_put_before_it() {
        var line = recordedCostLine(recordedProject(), "10.00");
        var today = LocalDate.now(Time.VILNIUS);
        Clock.ahead(Duration.ofDays(5), () -> {
            ENGINEER.post(
                            FORECASTS,
                            with(forecast("4.00"), "on", today.plusDays(3).toString()),
                            line)
                    .statusCode(201);
            refused(
                    ENGINEER.post(
                            FORECASTS,
                            with(forecast("5.00"), "on", today.plusDays(2).toString()),
                            line),
                    400,
                    "end-before-start",
                    "on");
            ENGINEER.post(
                            FORECASTS,
                            with(forecast("6.00"), "on", today.plusDays(3).toString()),
                            line)
                    .statusCode(201);
        });
        assertEquals(0, standing(line).compareTo(new BigDecimal("6.00")));
    }

    @Test
    void of_many_at_the_same_moment_the_last_one_stands() {
        var line = recordedCostLine(recordedProject(), "10.00");
        var body =
                "{\"toContract\": {\"amount\": \"%d.00\", \"currency\": \"EUR\"}, \"method\": \"Guess\", \"reason\": \"Now\"}";
        Crowd.with(
                201,
                8,
                Crowd.atOnce(IntStream.rangeClosed(1, 8)
                        .mapToObj(n ->
                                Crowd.Sent.of(ENGINEER, API + "/cost-lines/" + line + "/forecasts", body.formatted(n)))
                        .toList()));
        List<String> said = ENGINEER.get(FORECASTS, line).extract().path("items.toContract.amount");
        // each moved the difference to the one that it saw, whoever came first: what stands is what one of them said
        assertEquals(
                1,
                said.stream()
                        .filter(amount -> standing(line).compareTo(new BigDecimal(amount)) == 0)
                        .count());
    }
}
