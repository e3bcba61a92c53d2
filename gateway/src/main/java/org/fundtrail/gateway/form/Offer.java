package org.fundtrail.gateway.form;

import java.util.List;

/**
 * What was found of what there is to choose from.
 *
 * @param found with what was chosen
 * @param of how much there is to choose from
 */
public record Offer(List<Option> found, int of) {}
