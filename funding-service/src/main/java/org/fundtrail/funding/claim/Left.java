package org.fundtrail.funding.claim;

import org.fundtrail.common.Money;
import org.fundtrail.funding.expenditure.Amounts;
import org.fundtrail.funding.expenditure.Expenditures.Stands;

/** What can still be declared and paid of an item, and so what can be claimed of it. */
record Left(Money declarable, Money fundable, Money claimable) {

    /** Whether it counts only on cost lines of which no fund of the Union pays a share, and the allocation is of one. */
    static boolean isOfNoUnion(Amounts own, Financing financing) {
        return financing.isOfUnion()
                && own.eligible().isPositive()
                && !own.euEligible().isPositive();
    }

    /**
     * What is left of it.
     *
     * @param own what it comes to itself
     * @param account what that one comes to on whose accounts it draws
     * @param stands what stands on these
     */
    static Left of(Amounts own, Financing financing, Amounts account, Stands stands) {
        var declarable = stands.declaring().freeOf(account.declarable()).min(own.declarable());
        var fundable = stands.funding().freeOf(account.fundable()).min(own.fundable());
        var most = financing.mostOf(fundable).min(financing.isOfUnion() ? declarable : own.fundable());
        return new Left(declarable, fundable, most);
    }
}
