package org.fundtrail.gateway.help;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who runs this installation and answers for it; application.properties says which environment variable sets what. */
@ConfigMapping(prefix = "fundtrail.operator")
public interface Operator {
    /** The institution, as it is called in public. */
    Optional<String> name();

    /** How to reach it: an address, a telephone number, an e-mail address. */
    Optional<String> contact();
}
