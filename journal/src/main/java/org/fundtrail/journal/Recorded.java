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
    protected String recordedBy;

    @Column(updatable = false)
    protected Instant recordedAt;

    protected Recorded() {}

    protected Recorded(Caller by, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        institution = by.institution();
        recordedBy = by.subject();
        recordedAt = at;
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

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** What the record is, as entries name it. */
    public abstract Subject subject();

    /** Its fields in canonical values, of which entries keep before and after. */
    public abstract Map<String, Object> facts();

    /** Refuses a change by somebody who read an older version; null where the caller did not say. */
    public void mustBe(Integer readVersion) {
        if (readVersion != null && readVersion != version) {
            throw Refusal.of(InputRule.STALE, "version", String.valueOf(version));
        }
    }

    /** Itself, if it is there and the reader sees it; refused as absent otherwise. */
    public static <T extends Recorded> T seen(T found, Caller reader) {
        if (found == null || !reader.sees(found.institution())) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Itself, if it is there and of the caller's own institution: only those are worked on, whatever else the caller may read. */
    public static <T extends Recorded> T own(T found, Caller by) {
        if (found == null || !by.institution().equals(found.institution())) {
            throw Refusal.notFound();
        }
        return found;
    }
}
