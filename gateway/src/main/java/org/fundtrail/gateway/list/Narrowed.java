package org.fundtrail.gateway.list;

import org.fundtrail.gateway.frame.Links;

/**
 * The record of which a list shows what belongs to it.
 *
 * @param reference what it is called
 * @param href its page
 * @param by the filter that names it
 * @param id by which the filter names it
 */
public record Narrowed(String reference, String href, String by, String id) {

    /** The address of a list of what belongs to it, of no day. */
    public String in(String list) {
        return list + "?" + by + "=" + Links.encoded(id);
    }
}
