package org.fundtrail.gateway.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts of institutions, as one setting says them. */
class PayToTest {

    @Test
    void each_institution_has_its_own_and_one_that_is_not_named_none() {
        var accounts = new PayTo(Optional.of("LT-VRM = LT00 7300 (a=b); EE-MIN=EE00;"));
        assertEquals("LT00 7300 (a=b)", accounts.of("LT-VRM"));
        assertEquals("EE00", accounts.of("EE-MIN"));
        assertNull(accounts.of("LV-IEM"));
        assertNull(new PayTo(Optional.empty()).of("LT-VRM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LT00 7300", "LT-VRM=", "=LT00", "LT-VRM=LT00; EE00"})
    void what_names_no_institution_or_no_account_is_no_setting(String said) {
        assertThrows(IllegalArgumentException.class, () -> new PayTo(Optional.of(said)));
    }
}
