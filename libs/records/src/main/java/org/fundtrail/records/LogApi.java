package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ConsistencyProof;
import org.fundtrail.common.InclusionProof;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.LogCheckpoint;
import org.fundtrail.common.LogKey;
import org.fundtrail.common.LogStanding;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Checkpoints;
import org.fundtrail.journal.Checkpoints.Checkpoint;
import org.fundtrail.journal.History;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Proquints;
import org.fundtrail.journal.Tree;
import org.fundtrail.records.proof.KeptFindings;
import org.fundtrail.records.proof.Verifications;

/**
 * What proves the record without trust in whoever keeps it: signed checkpoints of the log and the keys that they are signed with. It says
 * nothing of what entries say, so everybody who is signed in may read it.
 */
@Path("/v1/log")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Provable history",
        description =
                "Signed checkpoints of the record and proofs that entries are in it, unaltered (RFC 9162, C2SP tlog-checkpoint)")
public class LogApi {
    private static final String NUMBER = "\\d{1,18}";

    private final Tree tree;
    private final Checkpoints checkpoints;
    private final History history;
    private final Verifications verifications;
    private final KeptFindings findings;

    LogApi(Tree tree, Checkpoints checkpoints, History history, Verifications verifications, KeptFindings findings) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.history = history;
        this.verifications = verifications;
        this.findings = findings;
    }

    @Schema(name = "LogCheckpointList")
    record CheckpointList(
            List<LogCheckpoint> items,

            @Schema(description = "What to give as after to read on; null at the end", nullable = true)
            String next) {}

    @Schema(name = "LogKeyList")
    record KeyList(List<LogKey> items) {}

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readNewestCheckpoint",
            summary = "Reads the newest signed checkpoint",
            description =
                    "As a signed note (C2SP tlog-checkpoint): origin, size and root, each in a line, an empty line, and the signature. "
                            + "About once a second a new one is signed if anything was recorded. Keep it: a later record has to be consistent with it.")
    public String newest() {
        return checkpoints.newest().map(Checkpoint::note).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("/checkpoints")
    @Operation(operationId = "listCheckpoints", summary = "Lists the signed checkpoints, by size")
    public CheckpointList list(
            @QueryParam("after")
                    @Parameter(description = "Only those of more than so many entries: next of an earlier answer")
                    String after,
            @QueryParam("limit") String limit) {
        int most = Page.limit(limit);
        var found = checkpoints.after(after(after), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new CheckpointList(
                shown.stream().map(LogApi::view).toList(),
                found.size() > most ? String.valueOf(shown.get(most - 1).size()) : null);
    }

    @GET
    @Path("/checkpoints/{size}")
    @Operation(operationId = "readCheckpoint", summary = "Reads the signed checkpoint of a size")
    public LogCheckpoint read(
            @PathParam("size") @Parameter(description = "How many entries it is of", example = "1042") long size) {
        return checkpoints.of(size).map(LogApi::view).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("/keys")
    @Operation(
            operationId = "listLogKeys",
            summary = "Lists the keys that checkpoints are signed with, the first one first",
            description = "Each was introduced by an entry of its own, and signs the sizes from firstSize to lastSize.")
    public KeyList keys() {
        var keys = checkpoints.keys();
        var items = new ArrayList<LogKey>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            items.add(new LogKey(
                    key.verifier().name(),
                    key.verifier().hexId(),
                    base64(key.verifier().bytes()),
                    key.verifier().line(),
                    key.firstSize(),
                    i + 1 < keys.size() ? keys.get(i + 1).firstSize() - 1 : null));
        }
        return new KeyList(items);
    }

    @GET
    @Path("/standing")
    @Operation(operationId = "readLogStanding", summary = "Says until which entry the record is proved")
    public LogStanding standing() {
        long size = tree.size();
        return new LogStanding(
                size,
                checkpoints
                        .newest()
                        .map(signed -> new LogStanding.Mark(
                                signed.size(), base64(signed.root()), Proquints.of(signed.root()), signed.signedAt()))
                        .orElse(null),
                history.stopped()
                        .map(why -> new LogStanding.Refused(
                                why.rule().code(),
                                why.kept() == null
                                        ? null
                                        : place(why.kept().size(), why.kept().root()),
                                place(size, tree.read().root(size))))
                        .orElse(null),
                verifications.last().orElse(null),
                findings.countOpen());
    }

    private static LogStanding.Place place(long size, byte[] root) {
        return new LogStanding.Place(size, base64(root));
    }

    @GET
    @Path("/inclusion")
    @Operation(
            operationId = "proveInclusion",
            summary = "Proves that an entry is in the log at its position",
            description =
                    "By the hashes that lead from its leaf to the root of a size (RFC 9162, 2.1.3). The leaf is SHA-256 of a zero byte and the "
                            + "entry's body, so who knows the body checks that it is this one, unaltered.")
    public InclusionProof inclusion(
            @QueryParam("position") @Parameter(description = "Where the entry stands, from 0", example = "17")
                    String position,
            @QueryParam("size")
                    @Parameter(
                            description =
                                    "In the log of which size: any up to all that is recorded, unless given that of the newest checkpoint",
                            example = "1042")
                    String size) {
        long head = tree.size();
        long of = between(size, "size", 1, head, checkpoints.newest().map(Checkpoint::size));
        long at = between(position, "position", 0, of - 1, Optional.empty());
        var merkle = tree.read();
        return new InclusionProof(at, of, base64(merkle.leaf(at)), base64(merkle.inclusion(at, of)));
    }

    @GET
    @Path("/consistency")
    @Operation(
            operationId = "proveConsistency",
            summary = "Proves that the log of one size continues that of another",
            description =
                    "That the earlier one's entries are the first ones of the later, none changed, taken out or put in (RFC 9162, 2.1.4): keep "
                            + "a checkpoint, and ask later whether what there is then continues it.")
    public ConsistencyProof consistency(
            @QueryParam("from") @Parameter(description = "The earlier size", example = "1000") String from,
            @QueryParam("to")
                    @Parameter(
                            description =
                                    "The later size: any up to all that is recorded, unless given that of the newest checkpoint",
                            example = "1042")
                    String to) {
        long later = between(to, "to", 1, tree.size(), checkpoints.newest().map(Checkpoint::size));
        long earlier = between(from, "from", 1, later, Optional.empty());
        var merkle = tree.read();
        return new ConsistencyProof(
                earlier,
                later,
                base64(merkle.root(earlier)),
                base64(merkle.root(later)),
                base64(merkle.consistency(earlier, later)));
    }

    private static LogCheckpoint view(Checkpoint signed) {
        return new LogCheckpoint(
                signed.size(),
                base64(signed.root()),
                signed.note(),
                HexFormat.of().formatHex(signed.keyId()),
                signed.signedAt());
    }

    /** Where to read on; the beginning unless said. */
    private static long after(String said) {
        if (said == null || said.isBlank()) {
            return 0;
        }
        if (!said.matches(NUMBER)) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
        return Long.parseLong(said);
    }

    /** A number of entries given in a query; refused outside of what there is. */
    private static long between(String said, String field, long min, long max, Optional<Long> otherwise) {
        if (said == null || said.isBlank()) {
            return otherwise.orElseThrow(() -> Refusal.ofField(InputRule.REQUIRED, field));
        }
        if (!said.matches(NUMBER) || Long.parseLong(said) < min || Long.parseLong(said) > max) {
            throw Refusal.ofField(
                    JournalRule.SIZE_OUT_OF_RANGE, field, "min", String.valueOf(min), "max", String.valueOf(max));
        }
        return Long.parseLong(said);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(LogApi::base64).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
