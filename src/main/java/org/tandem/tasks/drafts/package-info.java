/** What somebody has typed into a form and not yet sent: one table for tasks and for what people begin of their own accord. */
@NullMarked
package org.tandem.tasks.drafts;

import org.jspecify.annotations.NullMarked;
