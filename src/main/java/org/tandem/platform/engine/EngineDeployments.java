package org.tandem.platform.engine;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One deployment per module, and only when its files changed: a new form in one module must not give every process a new
 * version. A node with older files than those deployed leaves them alone. Runs under the start lock.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class EngineDeployments implements SmartInitializingSingleton {

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ResourcePatternResolver resources;
    private final List<DeploymentCheck> checks;
    private final Clock clock;

    @Override
    public void afterSingletonsInstantiated() {
        ModuleFiles.all(resources).forEach(this::deployIfNewer);
    }

    void deployIfNewer(ModuleFiles files) {
        String hash = files.hash();
        Optional<Deployed> latest = latest(files.module());
        if (latest.isPresent() && latest.get().hash().equals(hash)) {
            return;
        }
        VersionTag tag = files.versionTag();
        if (latest.isPresent() && (tag.compareTo(latest.get().tag()) < 0 || wasDeployedBefore(files.module(), hash))) {
            LOG.warn(
                    "Left the deployed {} {} as it is: the files of this node ({}) are older",
                    files.module(),
                    latest.get().tag().value(),
                    tag.value());
            return;
        }
        checks.forEach(check -> check.check(files.module(), files.files()));
        transaction.executeWithoutResult(status -> deploy(files, hash, tag));
        LOG.info(
                "Deployed {} {} with {} files",
                files.module(),
                tag.value(),
                files.files().size());
    }

    private void deploy(ModuleFiles files, String hash, VersionTag tag) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(files.module()).source("tandem");
        files.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        jdbc.sql("insert into tandem.engine_deployment values (?, ?, ?, ?, ?)")
                .params(files.module(), hash, tag.value(), id, Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Deployed> latest(String module) {
        return jdbc.sql("select content_hash, version_tag from tandem.engine_deployment where module = ?"
                        + " order by deployed_at desc, deployment_id desc limit 1")
                .param(module)
                .query((row, number) -> new Deployed(row.getString(1), new VersionTag(row.getString(2))))
                .optional();
    }

    /** Files that were replaced once, at an equal tag: this node was built before the one that replaced them. */
    private boolean wasDeployedBefore(String module, String hash) {
        return jdbc.sql("select count(*) from tandem.engine_deployment where module = ? and content_hash = ?")
                        .params(module, hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private record Deployed(String hash, VersionTag tag) {}
}
