package org.fundtrail.funding.api.digest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.fundtrail.common.value.Terms;

/**
 * Where somebody wants the mail digest to go.
 *
 * @param address an e-mail address (a dot-atom of RFC 5321) with a dot in its domain, of at most 254 characters: no name beside it, no line
 *     break, nothing outside ASCII
 * @param language in which it is written
 */
public record DigestTerms(
        @NotNull @Pattern(regexp = ADDRESS, message = "MAIL_ADDRESS_MALFORMED")
        String address,

        @NotNull MailLanguage language)
        implements Terms {
    // how long it is is looked at first, so that nothing else has to be read of a very long text
    private static final String ADDRESS =
            "(?=.{3,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]";
}
