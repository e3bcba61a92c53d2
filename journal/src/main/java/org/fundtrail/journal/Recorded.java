package org.fundtrail.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** A record of an institution: who recorded it and when. Its history is in the journal. */
@MappedSuperclass
public abstract class Recorded extends PanacheEntityBase {
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

    /** What the record is, as entries name it. */
    public abstract Subject subject();

    /** The record it belongs to, whose history shows its entries too; null where it stands alone. */
    public Subject parent() {
        return null;
    }

    /** Its fields in canonical values, of which entries keep before and after. */
    public abstract Map<String, Object> facts();

    /** The few facts that a sentence about it needs, whatever was done: how much, for what. */
    public Map<String, Object> about() {
        return Map.of();
    }

    /** Whether positions of a past day show it as it was: every entry about it then keeps a version. */
    public boolean isInPositions() {
        return false;
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
