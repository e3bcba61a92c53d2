package org.fundtrail.gateway.door;

import io.vertx.ext.web.RoutingContext;

/** The three parts of the house, told apart by path: each has its own way in and its own way to say no. */
enum Area {
    /** Open to everybody: no credential is even looked at. */
    OPEN,
    /** For programs: HTTP Basic or a bearer token, never the session's cookie; problems as JSON. */
    API,
    /** For people: the session's cookie, never a credential in a header; problems as pages. */
    PAGES;

    static Area of(RoutingContext at) {
        return of(at.normalizedPath());
    }

    static Area of(String path) {
        if (isAt(path, "/openapi")
                || isAt(path, "/docs")
                || isAt(path, "/q/health")
                || isAt(path, "/static")
                || path.equals("/favicon.ico")) {
            return OPEN;
        }
        return isAt(path, "/api") || isAt(path, "/q") ? API : PAGES;
    }

    private static boolean isAt(String path, String room) {
        return path.equals(room) || path.startsWith(room + "/");
    }
}
