package io.quartermaster.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/// How the door for programs is hung: what stands before it, and how it is described.
@Configuration(proxyBeanMethods = false)
class ApiDoor {

    private static final String KEY = "api-key";

    private final AnswerStore answers;

    ApiDoor(AnswerStore answers) {
        this.answers = answers;
    }

    /// After the check of keys: who may not write is not read.
    @Bean
    FilterRegistrationBean<WriteDoor> writeDoor() {
        var door = new FilterRegistrationBean<>(new WriteDoor(answers));
        door.addUrlPatterns("/v1/*");
        door.setOrder(0);
        return door;
    }

    @Bean
    OpenAPI description() {
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key: `qm_…`. What it opens depends on its scopes.");
        return new OpenAPI()
                .info(new Info()
                        .title("Quartermaster")
                        .version("1")
                        .description("""
                                What Quartermaster knows of stock, sales and orders, and what it proposes. Faults are \
                                told as RFC 9457 problems. A write with an `Idempotency-Key` is done once, however \
                                often it is sent, for a week.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(KEY, key))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "UTC")
    void purge() {
        answers.purge();
    }
}
