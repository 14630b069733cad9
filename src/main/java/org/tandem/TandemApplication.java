package org.tandem;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tandem.models.CheckCommand;

/** Tandem: the workflow of UN joint programmes, from a country named together to a programme closed. */
@SpringBootApplication
public class TandemApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CheckCommand.WORD)) {
            System.exit(CheckCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(TandemApplication.class, args);
    }
}
