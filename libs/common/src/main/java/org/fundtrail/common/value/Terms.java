package org.fundtrail.common.value;

import java.util.List;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Rule;

/**
 * What is said to record something. The rules of one value are annotations at its field; rules across fields are code and listed here.
 *
 * @see Values where they are asked
 */
public interface Terms {

    /** The rules that look at more than one field. */
    default List<Across> across() {
        return List.of();
    }

    /** The rule that a standard annotation names by its message, where none of ours belongs to it. */
    default Rule rule(String name) {
        return InputRule.valueOf(name);
    }
}
