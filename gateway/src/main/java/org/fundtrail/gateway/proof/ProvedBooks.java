package org.fundtrail.gateway.proof;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.LogStanding;
import org.fundtrail.common.VerificationView.State;
import org.fundtrail.gateway.frame.View;

/** Until where the record of each service is proved; both are asked at once, once for a page, which is no reason for it to fail. */
@RequestScoped
@Named("proved")
public class ProvedBooks {

    /**
     * @param service funding or infrastructure
     * @param standing null of a service that does not answer
     */
    public record Books(String service, LogStanding standing) {
        public boolean isDown() {
            return standing == null;
        }

        /** Whether a checkpoint proves anything yet. */
        public boolean isProved() {
            return standing != null && standing.checkpoint() != null;
        }

        public boolean isAlarming() {
            return standing != null
                    && (standing.refused() != null || standing.openFindings() > 0 || ended(State.FAILED));
        }

        private boolean ended(State state) {
            return standing.lastVerification() != null
                    && standing.lastVerification().state() == state;
        }

        public boolean isSound() {
            return isProved() && !isAlarming() && ended(State.PASSED);
        }

        public Instant lastCheckedAt() {
            var last = standing.lastVerification();
            return last.finishedAt() == null ? last.askedAt() : last.finishedAt();
        }

        /** The last entry that is proved. */
        public long until() {
            return standing.checkpoint().size() - 1;
        }
    }

    /** Whether something is wrong that nobody has answered yet, or was still wrong when it was last looked for, whatever was answered. */
    public boolean isAlarming() {
        return all().stream().anyMatch(Books::isAlarming);
    }

    /** Whether both records were checked, last without finding anything. */
    public boolean isSound() {
        return all().stream().allMatch(Books::isSound);
    }

    private final ProvedLog.OfFunding funding;
    private final ProvedLog.OfInfrastructure infrastructure;
    private final View view;
    private List<Books> all;

    ProvedBooks(
            @RestClient ProvedLog.OfFunding funding, @RestClient ProvedLog.OfInfrastructure infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** Whether the reader may have the record checked and take it along. */
    public boolean isVerifier() {
        return view.has("auditor") || view.has("administrator");
    }

    ProvedLog of(String service) {
        return service.equals("funding") ? funding : infrastructure;
    }

    public List<Books> all() {
        if (all == null) {
            all = Uni.combine()
                    .all()
                    .unis(known("funding", funding), known("infrastructure", infrastructure))
                    .with((one, other) -> List.of(one, other))
                    .await()
                    .indefinitely();
        }
        return all;
    }

    private static Uni<Books> known(String service, ProvedLog log) {
        return log.standing()
                .map(standing -> new Books(service, standing))
                .onFailure()
                .recoverWithItem(new Books(service, null));
    }
}
