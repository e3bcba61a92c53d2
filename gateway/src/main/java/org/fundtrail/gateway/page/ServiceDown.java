package org.fundtrail.gateway.page;

/** A service could not be reached. */
public final class ServiceDown extends RuntimeException {
    private final String service;

    ServiceDown(String service, Throwable cause) {
        super(service + " cannot be reached", cause);
        this.service = service;
    }

    public String service() {
        return service;
    }
}
