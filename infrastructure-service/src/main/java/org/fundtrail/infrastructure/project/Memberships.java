package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** In which works programme a project was on a day: one that joined it later stood outside then. */
@ApplicationScoped
public class Memberships {
    private final Versions versions;

    Memberships(Versions versions) {
        this.versions = versions;
    }

    /** By project, of those that were ever corrected, which are few; every other has always been where it is. */
    public Map<UUID, Optional<UUID>> asOf(LocalDate day, Moments.Moment moment) {
        var then = new HashMap<UUID, Optional<UUID>>();
        versions.corrected("project", day, moment)
                .forEach(p -> then.put(p.record(), Optional.ofNullable(p.id("worksProgrammeId"))));
        return then;
    }
}
