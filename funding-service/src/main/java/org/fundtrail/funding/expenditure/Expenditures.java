package org.fundtrail.funding.expenditure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/**
 * The cost items of infrastructure-service that claims name, each under a lock of its own: whoever moves money of one holds it, and takes the
 * locks of several in the order of their ids, before those of allocations and claims.
 */
@ApplicationScoped
public class Expenditures {
    /** For accounts where nothing that somebody sent can be wrong. */
    private static final String NO_FIELD = "amount";

    private final EntityManager entities;
    private final Balances balances;
    private final Journal journal;
    private final OnCredit onCredit;

    Expenditures(EntityManager entities, Balances balances, Journal journal, OnCredit onCredit) {
        this.entities = entities;
        this.balances = balances;
        this.onCredit = onCredit;
        this.journal = journal;
    }

    /**
     * The items as they stay while something is claimed of them, and what is to be written before that.
     *
     * @param changes that open an item which nobody named before, or settle what changed of one since it was last read
     * @param takenBack what credit notes took back by that of what claims hold
     */
    public record Entered(Map<UUID, Expenditure> items, List<Change> changes, List<TakenBack> takenBack) {}

    /** Takes over what items come to now: opens the accounts of those that nobody named before, and settles what changed of others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Entered enter(Collection<ExpenditureView> read, Writer by) {
        var changes = new ArrayList<Change>();
        var items = new LinkedHashMap<UUID, Expenditure>();
        var takenBack = new ArrayList<TakenBack>();
        for (var item : inOrder(read)) {
            boolean isNew = isInserted(item, by);
            var known = locked(item.id(), by);
            items.put(item.id(), known);
            if (isNew) {
                changes.add(opening(known, item, by));
            } else if (known.isNewerThan(item)) {
                throw Expenditure.changed(item);
            } else if (!known.amounts().equals(Amounts.of(item))) {
                var settled = settling(known, item, Role.FUNDING_OFFICER, by);
                changes.add(settled.change());
                takenBack.addAll(settled.takenBack());
            }
        }
        return new Entered(items, changes, takenBack);
    }

    /** What is recovered of claims that were paid for what was taken back; called once what else is locked is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> recovering(Entered entered, Writer by) {
        return onCredit.takenBack(entered.takenBack(), by);
    }

    private static Collection<ExpenditureView> inOrder(Collection<ExpenditureView> items) {
        var sorted = new TreeMap<String, ExpenditureView>();
        items.forEach(item -> sorted.put(item.id().toString(), item));
        return sorted.values();
    }

    /** The items, each of which somebody named before, as they stay while something is done with them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Expenditure> locked(Collection<UUID> ids, Writer by) {
        var items = new LinkedHashMap<UUID, Expenditure>();
        ids.stream().map(UUID::toString).sorted().map(UUID::fromString).forEach(id -> items.put(id, locked(id, by)));
        return items;
    }

    /** The items as they stand, in the order of their ids: one question for all of them. */
    public List<Expenditure> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("FROM Expenditure e WHERE e.id IN (:ids) ORDER BY e.id", Expenditure.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private Expenditure locked(UUID id, Writer by) {
        return Recorded.own(entities.find(Expenditure.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    /** Two that name an item first wait for each other here, and the second one finds it. */
    private boolean isInserted(ExpenditureView item, Writer by) {
        return entities.createNativeQuery("""
                        INSERT INTO funding.expenditure (id, version, institution, recorded_by, recorded_at, type, number, project_id,
                            project_reference, counts, gross, credited, eligible, eligible_credited, eu_eligible, item_version)
                        VALUES (:id, 0, :institution, :by, :at, :type, :number, :project, :reference, false, 0, 0, 0, 0, 0, :version)
                        ON CONFLICT DO NOTHING""")
                        .setParameter("id", item.id())
                        .setParameter("institution", by.institution())
                        .setParameter("by", by.id())
                        .setParameter("at", by.at())
                        .setParameter("type", item.type().name())
                        .setParameter("number", item.number())
                        .setParameter("project", item.project().id())
                        .setParameter("reference", item.project().reference())
                        .setParameter("version", item.version())
                        .executeUpdate()
                == 1;
    }

    /** What it comes to is free from the day on which it was issued: a claim of a past day finds it there. */
    private static Change opening(Expenditure item, ExpenditureView now, Writer by) {
        var amounts = Amounts.of(now);
        item.comesTo(amounts, now.version());
        var change = Change.of(item, Role.FUNDING_OFFICER, "expenditure.opened", by, Map.of())
                .on(now.issuedOn());
        for (var chain : Chain.values()) {
            change.movingEitherWay(amounts.of(chain), chain.outside(item.id()), chain.free(item.id(), NO_FIELD));
        }
        return change;
    }

    /**
     * Settles what changed of an item since it was last read, as the follower of infrastructure-service hears of it: a credit note, as a rule.
     * First goes what is free; then what claims hold, those that are not paid before those that are, and the latest first. What a claim holds
     * of it stands apart and stops the claim's next step. Nothing happens where no claim ever named the item, or where all of it is known.
     *
     * @param now the item as infrastructure-service says it now, whatever the follower read before: only the latest counts
     * @param system whoever follows, in the institution of the item
     * @return what each claim gave back by it of what it declares, or where it declares nothing of what it funds
     */
    @Transactional
    public Map<UUID, Money> settle(ExpenditureView now, Writer system) {
        var known = entities.find(Expenditure.class, now.id(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null || known.isNewerThan(now) || known.amounts().equals(Amounts.of(now))) {
            return Map.of();
        }
        var settled = settling(known, now, Role.SYSTEM, system);
        var changes = new ArrayList<Change>();
        changes.add(settled.change());
        changes.addAll(onCredit.takenBack(settled.takenBack(), system));
        journal.write(changes);
        return settled.takenBack().stream().collect(Collectors.toMap(TakenBack::claim, TakenBack::given));
    }

    /** What changed of an item, and what claims gave back by it. */
    private record Settled(Change change, List<TakenBack> takenBack) {}

    private Settled settling(Expenditure item, ExpenditureView now, String role, Writer by) {
        var before = item.facts();
        var amounts = Amounts.of(now);
        var change = Change.of(item, role, "expenditure.adjusted", by, before);
        var stands = stands(List.of(item.id())).get(item.id());
        item.comesTo(amounts, now.version());
        var declared = settle(change, item.id(), Chain.DECLARING, stands, amounts, Map.of());
        var first = new HashMap<UUID, Money>();
        declared.forEach((claim, part) -> first.put(
                claim,
                Amounts.part(
                        stands.funding().held().getOrDefault(claim, Money.zero()),
                        part,
                        stands.declaring().held().get(claim))));
        var funded = settle(change, item.id(), Chain.FUNDING, stands, amounts, first);
        return new Settled(change, TakenBack.of(item, declared, funded));
    }

    private Map<UUID, Money> settle(
            Change change, UUID item, Chain chain, Stands stands, Amounts amounts, Map<UUID, Money> first) {
        var standing = stands.of(chain);
        var ceiling = amounts.of(chain);
        var giving = standing.givingBack(ceiling, lastFirst(standing.held().keySet()), first);
        giving.forEach((claim, part) -> change.moving(part, chain.held(item, claim), chain.credited(item, claim)));
        change.movingEitherWay(
                standing.free().minus(standing.after(giving).freeOf(ceiling)),
                chain.free(item, NO_FIELD),
                chain.outside(item));
        return giving;
    }

    /** The order in which claims give back: those that are paid last, for that takes a recovery, and of either the latest first. */
    @SuppressWarnings("unchecked")
    private List<UUID> lastFirst(Collection<UUID> claims) {
        return claims.isEmpty()
                ? List.of()
                : entities.createNativeQuery(
                                "SELECT id FROM funding.claim WHERE id IN (:claims) ORDER BY status IN ('PAID', 'REVERSAL_PROPOSED'), id DESC",
                                UUID.class)
                        .setParameter("claims", claims)
                        .getResultList();
    }

    /** What stands on both chains of an item. */
    public record Stands(Standing declaring, Standing funding) {
        private static Stands of(List<Balances.Balance> balances) {
            return new Stands(Standing.of(Chain.DECLARING, balances), Standing.of(Chain.FUNDING, balances));
        }

        public Standing of(Chain chain) {
            return chain == Chain.DECLARING ? declaring : funding;
        }
    }

    /** What stands on the accounts of items, by their ids: one question for all of them. */
    public Map<UUID, Stands> stands(Collection<UUID> items) {
        var balances = this.balances.each(items);
        var stands = new HashMap<UUID, Stands>();
        items.forEach(item -> stands.put(item, Stands.of(balances.getOrDefault(item, List.of()))));
        return stands;
    }

    /** What credit notes took back of what claims hold, by claim, item and chain: one question for all of them. */
    public Map<UUID, Credited> credited(Collection<UUID> claims) {
        var credited = new HashMap<UUID, Credited>();
        balances.keptFor(claims).forEach((claim, stands) -> credited.put(claim, Credited.of(stands)));
        return credited;
    }

    /** The item, if the reader sees it. */
    Expenditure find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Expenditure.class, id), reader);
    }
}
