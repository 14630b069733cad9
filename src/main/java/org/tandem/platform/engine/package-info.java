/** The process engine: how it is set up, and how the folders of diagrams and forms become deployments. */
@NullMarked
package org.tandem.platform.engine;

import org.jspecify.annotations.NullMarked;
