/** The one PostgreSQL: our own embedded server when no address is given, schemas, and the lock for nodes that start together. */
@NullMarked
package org.tandem.platform.database;

import org.jspecify.annotations.NullMarked;
