/** What somebody has typed into a form and not yet sent: one table for tasks, for pages about several, and for what people begin of their own accord. */
@NamedInterface("drafts")
@NullMarked
package org.tandem.tasks.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
