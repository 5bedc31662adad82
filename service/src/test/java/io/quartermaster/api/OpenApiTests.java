package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The API is what `openapi/quartermaster.json` promises. After a deliberate change write the
/// promise anew: `./mvnw -pl service test -Dtest=OpenApiTests` with the environment variable
/// `REWRITE_OPENAPI=true`.
class OpenApiTests extends ApiInATest {

    private static final Path PROMISE = Path.of("../openapi/quartermaster.json");

    @Test
    void keepsItsPromise() throws IOException {
        var now = get("/v1/openapi");
        assertThat(now.status()).isEqualTo(200);
        if ("true".equals(System.getenv("REWRITE_OPENAPI"))) {
            Files.createDirectories(PROMISE.getParent());
            Files.writeString(PROMISE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now.json()) + "\n");
        }
        assertThat(now.json())
                .as("the API as the code has it, against %s", PROMISE)
                .isEqualTo(JSON.readTree(PROMISE));
    }

    @Test
    void describesItselfByOpenApi31() {
        var description = get("/v1/openapi").json();

        assertThat(description.at("/openapi").asString()).startsWith("3.1");
        assertThat(description.at("/paths").propertyNames()).contains("/v1/proposals/{id}/approve", "/v1/status");
    }
}
