package org.fundtrail.gateway.page;

/**
 * The record of which a list shows what belongs to it.
 *
 * @param reference what it is called
 * @param href its page
 */
public record Narrowed(String reference, String href) {}
