package org.fundtrail.common;

import java.util.UUID;

/**
 * What an entry is about.
 *
 * @param type the kind of record: {@code allocation}
 * @param id its id
 * @param reference how people call it
 */
public record Subject(String type, UUID id, String reference) {}
