package org.fundtrail.gateway.recovery;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** To which account of an institution its debit notes are paid, as whoever runs this installation has set it. */
@ApplicationScoped
@Startup
class PayTo {
    private final Map<String, String> accounts;

    /** @param said institution=account, with semicolons between; an account is what a payer has to know of it */
    PayTo(@ConfigProperty(name = "fundtrail.pay-to") Optional<String> said) {
        accounts = Stream.of(said.orElse("").split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(PayTo::account)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, String> account(String said) {
        var parts = said.split("=", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException("FUNDTRAIL_PAY_TO says '" + said
                    + "': say institution=account, with a semicolon before the next one");
        }
        return Map.entry(parts[0].strip(), parts[1].strip());
    }

    /** The account of this institution, or null where none is set. */
    String of(String institution) {
        return accounts.get(institution);
    }
}
