package org.fundtrail.gateway.services;

/** A service could not be reached. */
public final class ServiceDown extends RuntimeException {
    private final String service;
    private final boolean isUnknown;

    ServiceDown(String service, boolean isUnknown, Throwable cause) {
        super(service + " cannot be reached", cause);
        this.service = service;
        this.isUnknown = isUnknown;
    }

    /** Whether it may have recorded what it was sent. */
    public boolean isUnknown() {
        return isUnknown;
    }

    public String service() {
        return service;
    }
}
