package org.tandem.broken.connections;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes a connection of its own, without any limit. */
class Tapping {

    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1/tandem");
    }
}
