/** The sections of a proposal: written by both sides, each save kept, checked against the fund's form. */
@NullMarked
package org.tandem.proposal.sections;

import org.jspecify.annotations.NullMarked;
