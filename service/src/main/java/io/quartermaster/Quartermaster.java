package io.quartermaster;

import io.quartermaster.ground.CommandLine;
import io.quartermaster.journal.AuditApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// Quartermaster, the service: it hears what a retailer's tills sell and proposes what to do.
///
/// `run` (or nothing) runs it; another first word is a command, such as `audit verify`.
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Quartermaster")
public class Quartermaster {

    public static void main(String[] arguments) {
        var asked = CommandLine.of(arguments);
        if (asked.isRun()) {
            SpringApplication.run(Quartermaster.class, asked.options().toArray(String[]::new));
        } else {
            var needed = asked.word().equals("audit") ? AuditApplication.class : Quartermaster.class;
            System.exit(asked.perform(needed, System.out));
        }
    }
}
