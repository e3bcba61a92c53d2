package org.fundtrail.gateway.form;

/** Where a page asks for what the API has under another name, as of the lines of a claim: a refusal is said there. */
public interface Placing {
    /** Where the API asks for nothing by another name. */
    Placing AS_NAMED = path -> null;

    /** @return null for a path that stands on the page under its own name */
    Place of(String path);

    /**
     * A control of the page.
     *
     * @param field its name, or the id of what is to be looked at
     * @param called what it is of, said before what is wrong with it
     */
    record Place(String field, String called) {}
}
