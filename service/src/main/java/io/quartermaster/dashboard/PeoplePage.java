package io.quartermaster.dashboard;

import io.quartermaster.access.Access;
import io.quartermaster.access.LastAdministrator;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.Role;
import io.quartermaster.access.UnknownUser;
import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Who may come in, and as what? Administrators only.
@Controller
class PeoplePage implements Framed {

    private static final int PEOPLE_MAX = 500;

    private final Access access;
    private final OneTimeLinks links;
    private final Catalog catalog;
    private final Names names;
    private final Surroundings surroundings;

    PeoplePage(Access access, OneTimeLinks links, Catalog catalog, Names names, Surroundings surroundings) {
        this.access = access;
        this.links = links;
        this.catalog = catalog;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/people")
    ModelAndView list(HttpServletRequest request) {
        return page("", "", request);
    }

    /// The link is shown on the answer to this very click, and never again.
    @PostMapping("/people/invite")
    ModelAndView invite(
            @RequestParam Role role,
            @RequestParam(defaultValue = "") List<String> locations,
            HttpServletRequest request) {
        var token =
                links.invite(role, ids(locations), surroundings.user(request).id());
        var link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/welcome/{token}")
                .buildAndExpand(token)
                .toUriString();
        return page(link, "", request);
    }

    @PostMapping("/people/change")
    ModelAndView change(
            @RequestParam String id,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") List<String> locations,
            HttpServletRequest request) {
        return tried(request, by -> access.change(new UserId(id), role, ids(locations), by));
    }

    @PostMapping("/people/let-in")
    ModelAndView letIn(@RequestParam String id, @RequestParam boolean active, HttpServletRequest request) {
        return tried(request, by -> access.letIn(new UserId(id), active, by));
    }

    private ModelAndView tried(HttpServletRequest request, Consumer<UserId> change) {
        try {
            change.accept(surroundings.user(request).id());
            return new ModelAndView("redirect:/people");
        } catch (LastAdministrator | UnknownUser fault) {
            var page = page("", String.valueOf(fault.getMessage()), request);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView page(String link, String problem, HttpServletRequest request) {
        var me = surroundings.user(request).id();
        var people = access.people("", PEOPLE_MAX);
        var active = people.stream().filter(User::active).count();
        var view = new PeopleView(
                Words.plural(active, "person", "people") + " may come in",
                people.stream().map(person -> person(person, me)).toList(),
                List.of(Role.values()).stream().map(PeoplePage::role).toList(),
                catalog.locations().stream()
                        .map(place -> new Place(place.id().value(), place.name()))
                        .toList(),
                link,
                problem);
        return new ModelAndView("people", Map.of("view", view));
    }

    private Person person(User user, UserId me) {
        return new Person(
                user.id().value(),
                user.name(),
                role(user.role()),
                user.locations().isEmpty()
                        ? "all locations"
                        : user.locations().stream()
                                .map(names::location)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                user.locations().stream().map(LocationId::value).collect(Collectors.toSet()),
                user.active(),
                user.id().equals(me));
    }

    private static RoleView role(Role role) {
        var may =
                switch (role) {
                    case CLERK -> "looks and receives goods";
                    case MANAGER -> "decides up to the manager's limit";
                    case BUYER -> "decides up to the buyer's limit, for suppliers too";
                    case ADMIN -> "sets Quartermaster up, decides any amount";
                };
        return new RoleView(role.name(), Words.capital(Words.plain(role)), may);
    }

    private static Set<LocationId> ids(List<String> locations) {
        return locations.stream()
                .filter(text -> !text.isBlank())
                .map(LocationId::new)
                .collect(Collectors.toSet());
    }

    /// @param link an invitation that was just made; empty if none was
    record PeopleView(
            String title, List<Person> people, List<RoleView> roles, List<Place> places, String link, String problem) {}

    record Person(String id, String name, RoleView role, String places, Set<String> at, boolean active, boolean me) {}

    record RoleView(String value, String name, String may) {}

    record Place(String id, String name) {}
}
