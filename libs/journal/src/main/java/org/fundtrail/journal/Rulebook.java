package org.fundtrail.journal;

import java.util.Map;
import org.fundtrail.common.Refusal;

/** What a service says when the database refuses: its constraints by name. The database holds the second lock, the sentence is ours. */
public interface Rulebook {
    Map<String, Refusal.Finding> constraints();
}
