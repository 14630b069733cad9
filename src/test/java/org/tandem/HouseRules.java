package org.tandem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.tandem.platform.engine.SelfContained;

/** The rules of the house that code can break. */
final class HouseRules {

    static final ArchRule ONLY_THE_EDGES_KNOW_THE_ENGINE = noClasses()
            .that(areNotNamed("Process", "Delegates"))
            .and()
            .resideOutsideOfPackages(
                    "org.tandem.tasks..", "org.tandem.models..", "org.tandem.versions..", "org.tandem.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("only …Process, …Delegates, tasks, models and platform talk to the engine")
            .allowEmptyShould(true);

    static final ArchRule ONLY_THE_EDGES_KNOW_THE_WEB = noClasses()
            .that(areNotNamed("Pages", "Api"))
            .and()
            .resideOutsideOfPackage("org.tandem.platform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "jakarta.servlet.."))
            .because("only …Pages, …Api and platform talk to browsers and machines")
            .allowEmptyShould(true);

    static final ArchRule LISTENERS_STAY_IN_THE_TRANSACTION = methods()
            .should()
            .notBeMetaAnnotatedWith(TransactionalEventListener.class)
            .because("they run after the commit, when nothing can be undone any more")
            .allowEmptyShould(true);

    static final ArchRule EDGES_ARE_PACKAGE_PRIVATE = classes()
            .that(describe("are controllers, pages, APIs or delegates", HouseRules::isEdge))
            .should()
            .bePackagePrivate()
            .because("nobody calls an edge but browser, machine and engine")
            .allowEmptyShould(true);

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("reads the machine's time", HouseRules::readsTheMachinesTime))
            .because("tests and time travel move the Clock bean")
            .allowEmptyShould(true);

    static final ArchRule CONNECTIONS_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("org.tandem.platform.database..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(DriverManager.class, SimpleDriverDataSource.class, DriverManagerDataSource.class)
            .because("each needs limits, and a driver that keeps values out of its messages")
            .allowEmptyShould(true);

    static final ArchRule NAMES_SAY_WHAT = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("the listing is the documentation")
            .allowEmptyShould(true);

    /** The style sheet of the agencies is made of codes and colours of our own; the other two tell errors. */
    private static final Set<String> ANSWER_OTHERWISE = Set.of("AgencyStyles", "ErrorAdvice", "ErrorDispatch");

    static final ArchRule BYTES_LEAVE_ONE_WAY = methods()
            .that(describe("belong to a controller", HouseRules::isOfAController))
            .should(new AnswerPlainly())
            .because("a file that somebody uploaded must never be a page of ours: only a Download is sent as bytes")
            .allowEmptyShould(true);

    static final ArchRule MODELS_ARE_READ_IN_ONE_PLACE = noClasses()
            .that(describe("are not SelfContained", type -> !outermost(type).isEquivalentTo(SelfContained.class)))
            .should()
            .callCodeUnitWhere(describe("reads a diagram or a decision", HouseRules::readsAModel))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("javax.xml.parsers..", "javax.xml.validation.."))
            .because("what the libraries read by themselves may name a schema or a document type somewhere else")
            .allowEmptyShould(true);

    private static final Set<String> NOW = Set.of(
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "Year",
            "YearMonth");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> areNotNamed(String... endings) {
        return describe("are not named …" + String.join(" or …", endings), type -> {
            String name = outermost(type).getSimpleName();
            return java.util.Arrays.stream(endings).noneMatch(name::endsWith);
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    private static boolean isEdge(JavaClass type) {
        return type.isMetaAnnotatedWith(Controller.class)
                || type.isTopLevelClass() && type.getSimpleName().matches(".*(Pages|Api|Delegates)");
    }

    private static boolean isOfAController(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean excepted = owner.getPackageName().equals("org.tandem.platform.web")
                && ANSWER_OTHERWISE.contains(owner.getSimpleName());
        return !excepted
                && (owner.isMetaAnnotatedWith(Controller.class) || owner.isMetaAnnotatedWith(ControllerAdvice.class));
    }

    private static boolean readsAModel(JavaCall<?> call) {
        return Set.of(Bpmn.class.getName(), Dmn.class.getName())
                        .contains(call.getTargetOwner().getName())
                && call.getName().startsWith("readModel");
    }

    private static boolean readsTheMachinesTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean takesClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.equals("java.lang.System") && method.equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && method.equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                || owner.startsWith("java.time.")
                        && NOW.contains(call.getTargetOwner().getSimpleName())
                        && method.equals("now")
                        && !takesClock;
    }
}
