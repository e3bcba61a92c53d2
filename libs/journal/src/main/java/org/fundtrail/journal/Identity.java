package org.fundtrail.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * Whom a record names: a contractor, a subcontractor, an owner. It may be a natural person, so bodies hold salted hashes and the values stand here
 * alone, in a row that is never changed and can be erased (FR 38, GDPR 17).
 */
@Entity
@Table(schema = "journal", name = "identity")
public class Identity {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] NAME = {1};
    private static final byte[] IDENTIFIER = {2};

    @Id
    private UUID id;

    private byte[] salt;
    private String name;
    private String identifier;
    private byte[] nameHash;
    private byte[] identifierHash;

    protected Identity() {}

    /** @param identifier null where it is not known */
    public Identity(String name, String identifier) {
        id = UuidCreator.getTimeOrderedEpoch();
        salt = new byte[32];
        RANDOM.nextBytes(salt);
        this.name = name;
        this.identifier = identifier;
        nameHash = Journal.sha256(salt, NAME, name.getBytes(StandardCharsets.UTF_8));
        identifierHash = identifier == null
                ? null
                : Journal.sha256(salt, IDENTIFIER, identifier.getBytes(StandardCharsets.UTF_8));
    }

    public UUID id() {
        return id;
    }

    /** The name, or null once it was erased. */
    public String name() {
        return name;
    }

    /** The company code or personal number; null where it is not known, and once it was erased. */
    public String identifier() {
        return identifier;
    }

    /** Itself where it says the same, otherwise a new one. */
    public Identity saying(String name, String identifier) {
        return name.equals(this.name) && Objects.equals(identifier, this.identifier)
                ? this
                : new Identity(name, identifier);
    }

    /** How bodies name it. */
    public String nameFact() {
        return "sha256:" + HexFormat.of().formatHex(nameHash);
    }

    /** Null where it is not known. */
    public String identifierFact() {
        return identifierHash == null ? null : "sha256:" + HexFormat.of().formatHex(identifierHash);
    }
}
