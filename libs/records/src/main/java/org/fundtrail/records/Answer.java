package org.fundtrail.records;

import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * What an accepted request is answered with, now and whenever it is sent again.
 *
 * @param status 201 for a new record, 200 for an action
 * @param body the record as its reader sees it
 * @param location the path of a new record, or null
 * @param type of the record that the body shows, by which it is shown again when the answer is no longer kept
 * @param id of that record
 * @param version of the record, given as ETag
 */
public record Answer(int status, Object body, String location, String type, UUID id, int version) {
    public static Answer created(Object body, String location, Recorded shown) {
        return new Answer(201, body, location, shown.subject().type(), shown.id(), shown.version());
    }

    /** What a record is read as, with its version as ETag. */
    public static Response read(Object body, Recorded shown) {
        return Response.ok(body).tag(String.valueOf(shown.version())).build();
    }

    public static Answer ok(Object body, Recorded shown) {
        return new Answer(200, body, null, shown.subject().type(), shown.id(), shown.version());
    }
}
