package org.tandem.versions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.tandem.models.ModelFiles;
import org.tandem.platform.engine.Upgrade;

/** The present vetting and the next one, deployed in turns: what begins in between runs in the present one. */
final class OldAndNew {

    private static final AtomicInteger TURN = new AtomicInteger(10);

    private OldAndNew() {}

    static void deployOld(ApplicationContext context) {
        deploy(context, Path.of("."));
    }

    static void deployNew(ApplicationContext context) {
        deploy(context, NextVetting.FILES);
    }

    private static void deploy(ApplicationContext context, Path directory) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        String tag = "versionTag=\"1." + TURN.incrementAndGet() + ".0\"";
        ModelFiles.in(directory).contents().forEach((name, content) -> {
            if (ModelFiles.module(name).equals("vetting")) {
                String text = new String(content, StandardCharsets.UTF_8);
                files.put(name, text.replaceFirst("versionTag=\"[^\"]*\"", tag).getBytes(StandardCharsets.UTF_8));
            }
        });
        Upgrade.deploy(context, "vetting", files);
    }
}
