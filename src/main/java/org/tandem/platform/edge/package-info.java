/** Where the network meets Tandem: how much, and how slowly, a client may send and read, and whom to believe about it. */
@NullMarked
package org.tandem.platform.edge;

import org.jspecify.annotations.NullMarked;
