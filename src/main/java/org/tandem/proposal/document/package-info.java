/** A proposal as a document: its frozen versions and what is different between them, to print, and as files to keep. */
@NullMarked
package org.tandem.proposal.document;

import org.jspecify.annotations.NullMarked;
