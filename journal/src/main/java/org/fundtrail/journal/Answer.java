package org.fundtrail.journal;

/**
 * What an accepted request is answered with, now and whenever it is sent again.
 *
 * @param status 201 for a new record, 200 for an action
 * @param body the record as its reader sees it
 * @param location the path of a new record, or null
 * @param version of the record, given as ETag
 */
public record Answer(int status, Object body, String location, int version) {
    public static Answer created(Object body, String location, int version) {
        return new Answer(201, body, location, version);
    }

    public static Answer ok(Object body, int version) {
        return new Answer(200, body, null, version);
    }
}
