package io.quartermaster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// The house rules that no compiler knows. Walls between modules are `ModularityTests`'.
@AnalyzeClasses(
        packagesOf = ArchitectureTests.class,
        importOptions = {DoNotIncludeTests.class, ArchitectureTests.NoStandIns.class})
class ArchitectureTests {

    /// The stand-in platforms are a build of their own, and no part of the service.
    static final class NoStandIns implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("sandbox");
        }
    }

    private static final DescribedPredicate<JavaClass> A_PACKAGE_INFO = DescribedPredicate.describe(
            "a package-info", type -> type.getSimpleName().equals("package-info"));

    @ArchTest
    static final ArchRule theLanguageAndTheMathsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage("io.quartermaster.retail..", "io.quartermaster.planning..")
            .and(DescribedPredicate.not(A_PACKAGE_INFO))
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..", "org.jspecify..", "io.quartermaster.retail..", "io.quartermaster.planning..")
            .because("they are read by everything, and must run in a test in a millisecond");

    @ArchTest
    static final ArchRule timeComesFromAClockThatIsHandedIn = noClasses()
            .that()
            .resideOutsideOfPackage("io.quartermaster.ground..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a decision must come out the same when it is replayed: take a java.time.Clock");

    @ArchTest
    static final ArchRule noTimeWithoutAPlace = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(LocalDateTime.class)
            .because("nine o'clock where? use Instant, or a LocalDate with its location's zone");

    @ArchTest
    static final ArchRule optionalIsAnAnswerNotAPart = fields().should()
            .notHaveRawType(Optional.class)
            .because("a part that may be missing is @Nullable, or better a case of its own");

    @ArchTest
    static final ArchRule moneyAndQuantitiesAreNeverFloatingPoint = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "io.quartermaster.books..", "io.quartermaster.approvals..", "io.quartermaster.dispatch..")
            .and()
            .arePublic()
            .should()
            .haveRawReturnType(double.class)
            .because("a double cannot say ten pence; doubles live in forecasting, demand and planning");

    @ArchTest
    static final ArchRule onlyTheJournalKnowsKafka = noClasses()
            .that()
            .resideOutsideOfPackage("io.quartermaster.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..")
            .because("the log can be changed in one room");

    @ArchTest
    static final ArchRule httpIsForDoorsAndClients = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.quartermaster.books..",
                    "io.quartermaster.approvals..",
                    "io.quartermaster.demand..",
                    "io.quartermaster.planning..",
                    "io.quartermaster.skills..",
                    "io.quartermaster.journal..",
                    "io.quartermaster.vault..",
                    "io.quartermaster.dispatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web..", "jakarta.servlet..")
            .because("what thinks does not talk to the network; connectors' clients and the doors do");

    @ArchTest
    static final ArchRule translatorsAndSkillsArePure = noClasses()
            .that()
            .haveSimpleNameEndingWith("Translator")
            .or()
            .haveSimpleNameEndingWith("Skill")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "java.net.http..", "java.nio.file..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("replayed, they must give the same answer");
}
