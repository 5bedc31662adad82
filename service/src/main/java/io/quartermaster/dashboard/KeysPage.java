package io.quartermaster.dashboard;

import io.quartermaster.access.ApiKey;
import io.quartermaster.access.ApiKeys;
import io.quartermaster.access.NameTaken;
import io.quartermaster.access.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Which programs may come in, and for what? Administrators only.
@Controller
class KeysPage implements Framed {

    private final ApiKeys keys;
    private final Names names;
    private final Surroundings surroundings;

    KeysPage(ApiKeys keys, Names names, Surroundings surroundings) {
        this.keys = keys;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/keys")
    ModelAndView list() {
        return page("", "");
    }

    /// The key is shown on the answer to this very click, and never again.
    @PostMapping("/keys")
    ModelAndView issue(
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            HttpServletRequest request) {
        try {
            var wanted =
                    scopes.stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
            return page(keys.issue(name, wanted, surroundings.user(request).id()), "");
        } catch (NameTaken | IllegalArgumentException fault) {
            var page = page("", String.valueOf(fault.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/keys/revoke")
    ModelAndView revoke(@RequestParam String name, HttpServletRequest request) {
        keys.revoke(name, surroundings.user(request).id());
        return new ModelAndView("redirect:/keys");
    }

    private ModelAndView page(String fresh, String problem) {
        var words = surroundings.words();
        var rows = keys.all().stream().map(key -> row(key, words)).toList();
        var open = rows.stream().filter(Row::open).count();
        var scopes = List.of(Scope.values()).stream().map(Scope::word).toList();
        var view = new KeysView(
                open == 0 ? "No program may come in" : Words.plural(open, "program", "programs") + " may come in",
                rows,
                scopes,
                fresh,
                problem);
        return new ModelAndView("apiKeys", Map.of("view", view));
    }

    private Row row(ApiKey key, Words words) {
        return new Row(
                key.name(),
                key.hint(),
                key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", ")),
                names.user(key.madeBy()),
                words.dayName(key.createdAt().atZone(words.zone()).toLocalDate()),
                key.revokedAt() == null);
    }

    /// @param fresh a key that was just made; empty if none was
    record KeysView(String title, List<Row> rows, List<String> scopes, String fresh, String problem) {}

    record Row(String name, String hint, String scopes, String by, String made, boolean open) {}
}
