package org.fundtrail.journal;

import java.util.Set;

/** The roles of the house; what each may do stands at the life cycles of the records. */
public final class Role {
    public static final String FUNDING_OFFICER = "funding-officer";
    public static final String PROJECT_OFFICER = "project-officer";
    /** The authorising officer: decides what others recorded (FR 74). */
    public static final String APPROVER = "approver";
    /** Confirms money received, pays (FR 115). */
    public static final String ACCOUNTANT = "accountant";

    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";

    /** Another service of the house, by a key of its own: it reads what is open to services, and writes nothing. No person has it. */
    public static final String SERVICE = "service";

    /** Clocks, imports and followers of the other service: no token ever has it. */
    public static final String SYSTEM = "system";

    /** Those that people have. */
    public static final Set<String> ALL =
            Set.of(FUNDING_OFFICER, PROJECT_OFFICER, APPROVER, ACCOUNTANT, AUDITOR, ADMINISTRATOR);

    /** Those who see every institution's records. */
    public static final Set<String> OVERSEES = Set.of(AUDITOR, ADMINISTRATOR, SERVICE);

    private Role() {}
}
