package org.fundtrail.records;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.Writer;

/**
 * Work that nobody asked for by a request: clocks, imports, followers of the other service. It is written as the system itself, in its own
 * role, under a key of its own, so that it takes effect once like everything else: a clock's key is its day, an import's its file.
 */
@ApplicationScoped
public class SystemWork {
    private final Requests requests;
    private final Sealer sealer;
    private final Time time;

    SystemWork(Requests requests, Sealer sealer, Time time) {
        this.requests = requests;
        this.sealer = sealer;
        this.time = time;
    }

    /**
     * Does the work in one transaction, unless it was done under this key.
     *
     * @param client what of the system it is: {@code clock}, {@code import}
     * @param institution whose records it works on; each has its own keys
     * @return whether it was done now
     */
    public boolean once(String client, String institution, String key, Consumer<Writer> work) {
        var by = Writer.system(client, institution, institution + "/" + key, time.now());
        var hash = Journal.sha256(client + "\n" + institution + "\n" + key);
        boolean done = QuarkusTransaction.requiringNew().call(() -> {
            if (!requests.claim(by, hash)) {
                requests.stored(by, hash); // refuses a key of another work
                return false;
            }
            work.accept(by);
            requests.keep(by, new Requests.Stored(204, null, null, null, null, null));
            return true;
        });
        sealer.wake();
        return done;
    }
}
