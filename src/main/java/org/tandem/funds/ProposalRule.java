package org.tandem.funds;

import org.jspecify.annotations.Nullable;

/**
 * A rule proposals in a form are checked by (D42).
 *
 * @param check what is looked at
 * @param when where it holds, in words; null when everywhere
 * @param level {@code blocker} or {@code warning}
 * @param basis how the data know, in words
 */
public record ProposalRule(
        String id, String message, Check check, @Nullable String when, String level, String basis) {

    /** @param value a number, a word, a list of them or null, as the operator wants it */
    public record Check(String field, String op, @Nullable Object value) {}

    public boolean blocks() {
        return level.equals("blocker");
    }

    public Verification verification() {
        return Verification.of(basis);
    }
}
