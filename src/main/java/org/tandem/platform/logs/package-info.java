/** What may stand in a log: never what people wrote, nor any other value of the database, whoever puts it into a message. */
@NullMarked
package org.tandem.platform.logs;

import org.jspecify.annotations.NullMarked;
