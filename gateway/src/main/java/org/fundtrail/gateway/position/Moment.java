package org.fundtrail.gateway.position;

/**
 * Which position is asked for, as the query says it: the day, and how many recorded entries of each service are read. What is not given is
 * today, and all there are.
 */
public record Moment(String asOf, String funding, String infrastructure) {
    public static final Moment NOW = new Moment(null, null, null);

    public Moment {
        asOf = blankToNull(asOf);
        funding = blankToNull(funding);
        infrastructure = blankToNull(infrastructure);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether one of the two numbers is given: then it is no position of what is known now. */
    public boolean isOfThen() {
        return funding != null || infrastructure != null;
    }

    /** Exactly what this position was read from. */
    public static Moment of(FinancingPosition position) {
        return new Moment(
                position.asOf().toString(),
                String.valueOf(position.recorded().funding()),
                String.valueOf(position.recorded().infrastructure()));
    }

    /** As the query of an address. */
    public String query() {
        return "asOf=" + asOf + "&recorded.funding=" + funding + "&recorded.infrastructure=" + infrastructure;
    }
}
