package vn.thongsuot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Permission;
import vn.thongsuot.shared.Problem;

/// The house rules of STYLE.md that a machine can see. Each was seen red by a planted violation when it entered.
@Proves("H1.2")
class HouseRulesTests {

    private static final int LONGEST_FILE = 300;
    private static final int MOST_COLLABORATORS = 5;

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.thongsuot");

    @Test
    void aNameSaysTheDomainNotThePattern() {
        ArchRule rule = noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Entity")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .orShould()
                .haveSimpleNameEndingWith("Base")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveSimpleNameStartingWith("Default");
        rule.check(CODE);
    }

    @Test
    void timeIsHandedIn() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.thongsuot.shared.SharedConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
        rule.check(CODE);
    }

    @Test
    void everyControllerDeniesByDefault() {
        ArchRule rule = classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should(new ArchCondition<>("deny by default") {
                    @Override
                    public void check(JavaClass controller, ConditionEvents events) {
                        boolean denies = controller.isAnnotatedWith(PreAuthorize.class)
                                && controller
                                        .getAnnotationOfType(PreAuthorize.class)
                                        .value()
                                        .equals("denyAll()");
                        events.add(new SimpleConditionEvent(
                                controller, denies, controller.getName() + " needs @PreAuthorize(\"denyAll()\")"));
                    }
                });
        rule.check(CODE);
    }

    @Test
    void everyEndpointNamesOnePermission() {
        List<String> known = permissions();
        ArchRule rule = methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<>("name one known permission, or be open to all on purpose") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String expression = method.isAnnotatedWith(PreAuthorize.class)
                                ? method.getAnnotationOfType(PreAuthorize.class).value()
                                : "";
                        boolean named = expression.equals("permitAll()")
                                || known.stream().anyMatch(name -> expression.equals("hasAuthority('" + name + "')"));
                        events.add(new SimpleConditionEvent(
                                method, named, method.getFullName() + " says " + expression + "; known are " + known));
                    }
                });
        rule.check(CODE);
    }

    /// The list of permissions finds them by these names.
    @Test
    void permissionsAreEnumsNamedSo() {
        classes()
                .that()
                .implement(Permission.class)
                .should()
                .beEnums()
                .andShould()
                .haveSimpleNameEndingWith("Permission")
                .check(CODE);
    }

    /// The names of every permission any module declares.
    static List<String> permissions() {
        return CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Permission.class))
                .flatMap(type -> java.util.Arrays.stream(type.reflect().getEnumConstants()))
                .map(constant -> ((Permission) constant).name())
                .sorted()
                .toList();
    }

    @Test
    void everyEventIsARecordWithATrace() {
        ArchRule rule = classes()
                .that()
                .areAssignableTo(Auditable.class)
                .and(are(not(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("interfaces") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isInterface();
                    }
                })))
                .should()
                .beRecords()
                .allowEmptyShould(true); // the first modules may have no events yet
        rule.check(CODE);
    }

    @Test
    void problemsAreEnums() {
        ArchRule rule = classes()
                .that()
                .implement(Problem.class)
                .should()
                .beEnums()
                .andShould()
                .haveSimpleNameEndingWith("Problem");
        rule.check(CODE);
    }

    @Test
    void nothingRunsOnATimerWithoutALease() {
        ArchRule rule = noMethods().should().beAnnotatedWith(Scheduled.class);
        rule.because("several nodes run the same code: use shared.Leases").check(CODE);
    }

    @Test
    void aConstructorTakesAtMostFiveCollaborators() {
        ArchRule rule = classes()
                .that(are(not(resideInAPackage("gg.jte.."))))
                .should(new ArchCondition<>("take at most " + MOST_COLLABORATORS + " collaborators") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.isRecord() || type.isEnum()) {
                            return;
                        }
                        type.getConstructors()
                                .forEach(constructor -> events.add(new SimpleConditionEvent(
                                        type,
                                        constructor.getRawParameterTypes().size() <= MOST_COLLABORATORS + 1
                                                && collaborators(constructor.getRawParameterTypes())
                                                        <= MOST_COLLABORATORS,
                                        constructor.getFullName() + " takes too many")));
                    }

                    private long collaborators(List<JavaClass> types) {
                        return types.stream()
                                .filter(type ->
                                        !type.isRecord() && !type.getName().startsWith("java.time"))
                                .count();
                    }
                });
        rule.check(CODE);
    }

    @Test
    void noFileIsLongerThanAReaderHolds() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size())
                        .as(file + " in lines")
                        .isLessThanOrEqualTo(LONGEST_FILE);
            }
        }
    }
}
