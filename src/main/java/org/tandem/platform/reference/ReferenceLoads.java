package org.tandem.platform.reference;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.platform.database.LongWork;

/** Which files were loaded when; loads a module's files again only when one of them has changed. */
@Component
@Slf4j
public class ReferenceLoads {

    private static final String GONE = "gone";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LongWork longWork;
    private final Clock clock;

    ReferenceLoads(JdbcClient jdbc, PlatformTransactionManager transactions, LongWork longWork, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.longWork = longWork;
        this.clock = clock;
    }

    /**
     * Runs the loading in one transaction if any file is new, changed or gone. Two nodes that start together take turns;
     * the second finds the work done.
     *
     * @param basis what else the meaning of the files hangs on: the shape the tables store, the data they refer to
     * @return whether anything was loaded
     */
    public boolean load(String module, String basis, List<ReferenceFile> files, Runnable loading) {
        Map<String, String> wanted = hashes(basis, files);
        if (current(module).equals(wanted)) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            longWork.begin();
            jdbc.sql("select pg_advisory_xact_lock(hashtext(:lock))")
                    .param("lock", "tandem.reference." + module)
                    .query(rs -> {});
            Map<String, String> present = current(module);
            if (present.equals(wanted)) {
                return false;
            }
            loading.run();
            record(module, present, wanted);
            return true;
        }));
    }

    /** Changes whenever any file of the module does. */
    public String fingerprint(String module) {
        return ReferenceFile.sha256(current(module).toString());
    }

    /** How often the file has been loaded; 0 for never. */
    public int version(String file) {
        return jdbc.sql("select coalesce(max(version), 0) from tandem.reference_load where file = :file")
                .param("file", file)
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> hashes(String basis, List<ReferenceFile> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        ReferenceFile::name,
                        file -> ReferenceFile.sha256(basis + "\n" + file.hash()),
                        (one, other) -> {
                            throw new IllegalStateException("two files of one name");
                        },
                        TreeMap::new));
    }

    private Map<String, String> current(String module) {
        Map<String, String> hashes = new TreeMap<>();
        jdbc.sql("select distinct on (file) file, hash from tandem.reference_load"
                        + " where module = :module order by file, version desc")
                .param("module", module)
                .query(rs -> {
                    hashes.put(rs.getString("file"), rs.getString("hash"));
                });
        hashes.values().removeIf(GONE::equals);
        return hashes;
    }

    private void record(String module, Map<String, String> present, Map<String, String> wanted) {
        wanted.forEach((file, hash) -> {
            if (!hash.equals(present.get(file))) {
                insert(module, file, hash);
            }
        });
        present.keySet().stream().filter(file -> !wanted.containsKey(file)).forEach(file -> insert(module, file, GONE));
    }

    private void insert(String module, String file, String hash) {
        int version = version(file) + 1;
        jdbc.sql("insert into tandem.reference_load (file, version, module, hash, loaded_at)"
                        + " values (:file, :version, :module, :hash, :at)")
                .param("file", file)
                .param("version", version)
                .param("module", module)
                .param("hash", hash)
                .param("at", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        LOG.info("Reference data {}: version {} {}", file, version, GONE.equals(hash) ? "is gone" : "loaded");
    }
}
