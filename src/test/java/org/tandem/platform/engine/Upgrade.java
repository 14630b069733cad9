package org.tandem.platform.engine;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.tandem.models.ModelFiles;

/** Deploys the files of a module as the start of a newer build would. */
public final class Upgrade {

    private Upgrade() {}

    /** @param directory that holds the newer <code>processes</code> and <code>forms</code> of this module */
    public static void deploy(ApplicationContext context, String module, Path directory) {
        deploy(context, module, new TreeMap<>(ModelFiles.in(directory).contents()));
    }

    public static void deploy(ApplicationContext context, String module, SortedMap<String, byte[]> files) {
        context.getBean(EngineDeployments.class).deployIfNewer(new ModuleFiles(module, files));
    }
}
