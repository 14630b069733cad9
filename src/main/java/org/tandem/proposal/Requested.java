package org.tandem.proposal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Port: what a proposal asks from its fund as its budget stands now. */
public interface Requested {

    /** Null as long as it has no budget. */
    @Nullable
    BigDecimal requested(Proposal proposal);
}
