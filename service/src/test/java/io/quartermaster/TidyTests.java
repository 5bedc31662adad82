package io.quartermaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One reading of the source tree, for what neither compiler nor ArchUnit sees.
class TidyTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int FILE_LINES_MAX = 300;
    private static final int JAVADOC_COLUMNS_MAX = 100;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern BAD_NAME =
            Pattern.compile("\\w+(Impl|Manager|Helper|Helpers|Util|Utils|Dto)\\.java|Base[A-Z]\\w*\\.java");
    private static final Set<String> BAD_PACKAGES = Set.of("common", "utils", "util", "helper", "config", "impl");

    @Test
    void noFileIsTooLongToReadAtOneSitting() {
        assertThat(sources(path -> lines(path).size() > FILE_LINES_MAX)).isEmpty();
    }

    @Test
    void noWorkIsLeftInAComment() {
        assertThat(sources(path -> !path.endsWith("TidyTests.java")
                        && lines(path).stream()
                                .anyMatch(line -> UNFINISHED.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(sources(path -> BAD_NAME.matcher(path.getFileName().toString())
                                .matches()
                        || BAD_PACKAGES.contains(path.getParent().getFileName().toString())))
                .isEmpty();
    }

    /// The formatter breaks over-long lines of Markdown Javadoc without their slashes.
    @Test
    void javadocLinesStayShort() {
        assertThat(sources(path -> lines(path).stream()
                        .anyMatch(line -> line.stripLeading().startsWith("///")
                                && line.strip().length() > JAVADOC_COLUMNS_MAX)))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var packages = sources(path -> path.toString().contains("/src/main/java/")).stream()
                .map(Path::getParent)
                .distinct();
        assertThat(packages.filter(folder -> !Files.exists(ROOT.resolve(folder).resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void everySkillHasItsPage() {
        assertThat(shelf("skills").filter(name -> !Files.exists(ROOT.resolve("docs/skills/" + name + ".md"))))
                .isEmpty();
    }

    @Test
    void everyConnectorHasItsPage() {
        assertThat(shelf("connectors").filter(name -> !Files.exists(ROOT.resolve("docs/connectors/" + name + ".md"))))
                .isEmpty();
    }

    private static Stream<String> shelf(String name) {
        try (var folders = Files.list(ROOT.resolve("service/src/main/java/io/quartermaster/" + name))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The Java files of all modules for which `wanted` holds, relative to the project's root.
    private static List<Path> sources(Predicate<Path> wanted) {
        return Stream.of("forecasting", "service", "sandbox")
                .map(module -> ROOT.resolve(module).resolve("src"))
                .flatMap(TidyTests::filesUnder)
                .filter(path -> path.toString().endsWith(".java"))
                .filter(wanted)
                .map(ROOT::relativize)
                .toList();
    }

    private static Stream<Path> filesUnder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
