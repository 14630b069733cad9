/** What is missing before a proposal can go out, who was consulted on it, and the due diligence of its private partners. */
@NullMarked
package org.tandem.proposal.readiness;

import org.jspecify.annotations.NullMarked;
