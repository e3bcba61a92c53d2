package org.fundtrail.records;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Documented;
import org.fundtrail.journal.Writer;

/** A record of an institution: who recorded it and when. Its history is in the journal. */
@MappedSuperclass
public abstract class Recorded extends PanacheEntityBase implements Documented {
    @Id
    protected UUID id;

    @Version
    protected int version;

    @Column(updatable = false)
    protected String institution;

    @Column(updatable = false)
    protected UUID recordedBy;

    @Column(updatable = false)
    protected Instant recordedAt;

    protected Recorded() {}

    protected Recorded(Writer by) {
        id = UuidCreator.getTimeOrderedEpoch();
        institution = by.institution();
        recordedBy = by.id();
        recordedAt = by.at();
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String institution() {
        return institution;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Refuses a change by somebody who read an older version; null where the caller did not say. */
    public void mustBe(Integer readVersion) {
        if (readVersion != null && readVersion != version) {
            throw Refusal.of(InputRule.STALE, "version", String.valueOf(version));
        }
    }

    /** Itself, if it is there and the reader sees it; refused as absent otherwise. */
    public static <T extends Recorded> T seen(T found, Caller reader) {
        if (found == null) {
            throw Refusal.notFound();
        }
        if (!reader.sees(found.institution())) {
            throw new Foreign(Refusal.notFound());
        }
        return found;
    }

    /** Itself, if it is there and of the caller's own institution: only those are worked on, whatever else the caller may read. */
    public static <T extends Recorded> T own(T found, Caller by) {
        return own(found, by, Refusal.notFound());
    }

    /** The same for a record that a request names; refused otherwise in these words, as absent. */
    public static <T extends Recorded> T own(T found, Caller by, Refusal absent) {
        if (found == null) {
            throw absent;
        }
        if (!by.institution().equals(found.institution())) {
            throw new Foreign(absent);
        }
        return found;
    }
}
