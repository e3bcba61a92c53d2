package org.fundtrail.funding.api.digest;

import java.time.LocalDate;

/**
 * The digest of the reader.
 *
 * @param address where it goes; null while it is off, and so is everything else
 * @param language in which it is written
 * @param day the last morning that was seen to
 * @param state what came of it
 */
public record DigestView(String address, MailLanguage language, LocalDate day, DigestState state) {}
