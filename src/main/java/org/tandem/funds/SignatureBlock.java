package org.tandem.funds;

import java.util.List;

/** Who signs a proposal in a form, and what stands beside each signature; in English, as in the data. */
public record SignatureBlock(String basis, List<Party> parties) {

    public record Party(String party, List<String> fields, boolean required) {

        /** Whether each organisation has a line of its own, not one for all. */
        public boolean isEachOrganisation() {
            return party.contains("organisation");
        }
    }
}
