package org.fundtrail.gateway.proof;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fundtrail.common.InclusionProof;
import org.fundtrail.common.LogCheckpoint;
import org.fundtrail.common.LogKey;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.EntryView;
import org.fundtrail.gateway.services.Services;

/** An entry with what proves that it stands at its position, unaltered; to be read, and to be taken along as a file. */
@Path("/audit/entries/{service: funding|infrastructure}-service/{position: \\d{1,18}}")
@Produces(MediaType.TEXT_HTML)
public class EntryProofPages {

    @CheckedTemplate(basePath = "proof")
    static class Templates {
        static native TemplateInstance entry(EntryView entry, String service, Proof proof);
    }

    /**
     * @param checkpoint the newest
     * @param key that it is signed with
     */
    public record Proof(LogCheckpoint checkpoint, LogKey key, InclusionProof inclusion) {}

    private final ProvedBooks proved;
    private final View view;

    EntryProofPages(ProvedBooks proved, View view) {
        this.proved = proved;
        this.view = view;
    }

    @GET
    public Response entry(@PathParam("service") String service, @PathParam("position") long position) {
        var name = service + "-service";
        var log = proved.of(service);
        var entry = EntryView.of(Services.ask(name, () -> log.entry(position)), name, view.language());
        return view.show(Templates.entry(entry, service, Services.ask(name, () -> proof(log, position))));
    }

    /** By the newest checkpoint, as its file is; none within the second in which an entry waits for one. */
    private static Proof proof(ProvedLog log, long position) {
        var newest = log.standing().await().indefinitely().checkpoint();
        if (newest == null || newest.size() <= position) {
            return null;
        }
        var checkpoint = log.checkpoint(newest.size());
        return new Proof(
                checkpoint, key(log.keys().items(), checkpoint.keyId()), log.inclusion(position, checkpoint.size()));
    }

    private static LogKey key(List<LogKey> keys, String id) {
        return keys.stream().filter(key -> key.keyId().equals(id)).findFirst().orElse(null);
    }

    @GET
    @Path("/proof")
    @Produces(MediaType.TEXT_PLAIN)
    public Response proof(@PathParam("service") String service, @PathParam("position") long position) {
        var log = proved.of(service);
        return Response.ok(Services.ask(service + "-service", () -> log.proof(position)), "text/plain; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + service + "-" + position + ".tlog-proof\"")
                .build();
    }
}
