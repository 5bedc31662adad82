package io.quartermaster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Quartermaster, the service: it hears what a retailer's tills sell and proposes what to do.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Quartermaster")
public class Quartermaster {

    public static void main(String[] arguments) {
        SpringApplication.run(Quartermaster.class, arguments);
    }
}
