package io.quartermaster.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says at start how to come in, when nobody can yet: in the log, and in the file `sign-in-link`
/// in the home, which only its owner may read.
@Component
class Welcome {

    static final String FILE = "sign-in-link";

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final AccessSettings settings;
    private final OneTimeLinks links;
    private final ApiKeys keys;
    private final AccessStore people;

    Welcome(AccessSettings settings, OneTimeLinks links, ApiKeys keys, AccessStore people) {
        this.settings = settings;
        this.links = links;
        this.keys = keys;
        this.people = people;
    }

    @EventListener
    void onStart(ApplicationReadyEvent started) {
        if (!settings.bootstrap().apiKey().isEmpty()) {
            keys.bootstrap(settings.bootstrap().apiKey());
        }
        var port = started.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
        if (settings.demo()) {
            print("To look at the demonstration, open", port, links.forDemo());
        } else if (!people.hasAdministrator()) {
            print("To become the first administrator, open", port, links.forFirstAdministrator());
        }
    }

    private void print(String what, String port, String token) {
        var host = settings.address().isEmpty() ? "http://localhost:" + port : settings.address();
        var link = "%s/welcome/%s".formatted(host, token);
        LOG.info("{} {} (good once, for 24 hours)", what, link);
        leave(link);
    }

    private void leave(String link) {
        try {
            var file = settings.home().toAbsolutePath().resolve(FILE);
            Files.createDirectories(settings.home().toAbsolutePath());
            Files.deleteIfExists(file);
            create(file);
            Files.writeString(file, link + "\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
