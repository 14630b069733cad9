package org.tandem;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tandem.models.CheckCommand;
import org.tandem.platform.database.BackupCommand;
import org.tandem.platform.database.RestoreCommand;
import org.tandem.platform.engine.EngineStatements;

/** Tandem: the workflow of UN joint programmes, from a country named together to a programme closed. */
@SpringBootApplication
public class TandemApplication {

    /** What can be asked for without starting anything; each answers an exit status. */
    private static final Map<String, ToIntFunction<String[]>> COMMANDS = Map.of(
            CheckCommand.WORD, CheckCommand::run,
            BackupCommand.WORD, BackupCommand::run,
            RestoreCommand.WORD, RestoreCommand::run);

    public static void main(String[] args) {
        if (args.length > 0 && COMMANDS.containsKey(args[0])) {
            System.exit(COMMANDS.get(args[0]).applyAsInt(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication application = new SpringApplication(TandemApplication.class);
        application.addBootstrapRegistryInitializer(new EngineStatements());
        application.run(args);
    }
}
