package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.Access;
import io.quartermaster.access.ApiKeys;
import io.quartermaster.access.Role;
import io.quartermaster.access.Scope;
import io.quartermaster.retail.UserId;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The doors of the whole house, as a browser and a program find them.
class DoorsTests extends WholeHouse {

    @Autowired
    private ApiKeys keys;

    @Autowired
    private Access access;

    @Test
    void aStrangerIsAskedToSignIn() throws Exception {
        var answer = stranger().get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/sign-in"));
    }

    @Test
    void thePrintedLinkMakesTheFirstAdministratorOnce() throws Exception {
        var link = firstLink();
        var browser = stranger();
        var fields = Map.of("name", "Olga", "signInName", "olga" + System.nanoTime() % 1000, "password", PASSWORD);

        var first = browser.post(link, link, fields);
        var again = stranger().get(link);

        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/set-up"));
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("This link has been used").doesNotContain("name=\"password\"");
    }

    @Test
    void aWrongPasswordDoesNotLetIn() throws Exception {
        var owner = somebody(Role.CLERK);
        var thief = new Browser(owner.name);

        var answer = thief.signIn("not the password");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).contains("/sign-in?wrong"));
        assertThat(thief.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void noPageTakesInlineScriptAndNobodyMayFrameIt() throws Exception {
        var answer = somebody(Role.CLERK).get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(it -> assertThat(it)
                        .contains("script-src 'self';", "frame-ancestors 'none'", "default-src 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.body())
                .doesNotContain("<script>")
                .doesNotContain(" style=")
                .doesNotContain(" onclick=");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScripts() throws Exception {
        var cookie = stranger().get("/sign-in").headers().firstValue("Set-Cookie");

        assertThat(cookie).hasValueSatisfying(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var browser = somebody(Role.ADMIN);

        var answer = browser.postWithToken("/keys", "", Map.of("name", "stolen", "scopes", "admin"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(keys.all()).noneMatch(key -> key.name().equals("stolen"));
    }

    @Test
    void onlyAdministratorsSeePeopleKeysAndPolicy() throws Exception {
        var buyer = somebody(Role.BUYER);
        var admin = somebody(Role.ADMIN);

        for (var path : new String[] {"/people", "/keys", "/policy"}) {
            assertThat(buyer.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whoIsShutOutIsOutWithTheNextClick() throws Exception {
        var clerk = somebody(Role.CLERK);
        somebody(Role.ADMIN);
        assertThat(clerk.get("/").statusCode()).isEqualTo(200);

        access.letIn(new UserId(clerk.name), false, new UserId("test"));

        assertThat(clerk.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aProgramWithoutAKeyIsToldSo() throws Exception {
        var answer = stranger().get("/v1/status");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
    }

    @Test
    void aKeyOpensItsScopesOnlyAndNothingOnceRevoked() throws Exception {
        var name = "till-" + UUID.randomUUID();
        var key = keys.issue(name, Set.of(Scope.INVENTORY_READ), new UserId("test"));

        assertThat(status("/v1/reports/refused-lines", key)).isEqualTo(403);
        assertThat(status("/v1/no-such-thing", key)).isEqualTo(404);
        keys.revoke(name, new UserId("test"));
        assertThat(status("/v1/no-such-thing", key)).isEqualTo(401);
    }

    @Test
    void theKeyOfTheSettingsOpensMeasuresAndHealthNeedsNone() throws Exception {
        assertThat(status("/actuator/prometheus", KEY)).isEqualTo(200);
        assertThat(stranger().get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(stranger().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyDoesNotOpenTheDashboard() throws Exception {
        assertThat(status("/people", KEY)).isEqualTo(302);
    }

    private int status(String path, String key) throws Exception {
        return stranger()
                .send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key))
                .statusCode();
    }
}
