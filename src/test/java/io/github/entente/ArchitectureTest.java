// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The layers of the packages: arrows point to lower layers only. */
@AnalyzeClasses(
    packages = "io.github.entente",
    importOptions = ArchitectureTest.ProductionCode.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.entente";

  /** Leaves the tests out, wherever the build puts its results. */
  static final class ProductionCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static void theProductionCodeWasFound(JavaClasses classes) {
    assertThat(classes).isNotEmpty();
    assertThat(classes)
        .noneMatch(found -> found.getName().equals(ArchitectureTest.class.getName()));
  }

  @ArchTest
  static final ArchRule everyPackageSeesOnlyLayersBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
          .withOptionalLayers(true)
          .layer("app")
          .definedBy(ROOT + ".app..")
          .layer("door")
          .definedBy(ROOT)
          .layer("explain")
          .definedBy(ROOT + ".explain..")
          .layer("check")
          .definedBy(ROOT + ".check..")
          .layer("overlap")
          .definedBy(ROOT + ".overlap..")
          .layer("link")
          .definedBy(ROOT + ".link..")
          .layer("query")
          .definedBy(ROOT + ".query..")
          .layer("source")
          .definedBy(ROOT + ".source..")
          .layer("reason")
          .definedBy(ROOT + ".reason..")
          .layer("certificate")
          .definedBy(ROOT + ".certificate..")
          .layer("model")
          .definedBy(ROOT + ".model..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("door")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("app", "door")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("app", "door")
          .whereLayer("overlap")
          .mayOnlyBeAccessedByLayers("app", "door")
          .whereLayer("link")
          .mayOnlyBeAccessedByLayers("app", "door")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("app", "door", "explain", "check", "overlap", "link")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("app", "door", "explain", "check", "overlap", "link", "query")
          .whereLayer("reason")
          .mayOnlyBeAccessedByLayers("app", "door", "explain", "check", "overlap", "link", "query")
          .whereLayer("certificate")
          .mayOnlyBeAccessedByLayers(
              "app", "door", "explain", "check", "overlap", "link", "query", "reason")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .ensureAllClassesAreContainedInArchitecture()
          .allowEmptyShould(true)
          .as("every package sees only layers below it");

  @ArchTest
  static final ArchRule onlyReasonUsesHermit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".reason..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.semanticweb.HermiT..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule owlApiStaysWhereItIsNeeded =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".reason..", ROOT + ".certificate..", ROOT + ".explain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.semanticweb.owlapi..", "uk.ac.manchester.cs..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theCheckerOfCertificatesKnowsNothingOfTheReasonerItChecks =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".certificate..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + ".reason..").or(resideInAPackage("org.semanticweb.HermiT..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheProgramsUseTheirLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "picocli..",
              "me.tongfei.progressbar..",
              "org.jline..",
              "jakarta.servlet..",
              "org.eclipse.jetty..",
              "org.apache.jena.fuseki..",
              "org.apache.jena.tdb2..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheProgramsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".app..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheProgramsExit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".app..")
          .should()
          .callMethodWhere(
              target(owner(type(System.class).or(type(Runtime.class))))
                  .and(target(name("exit").or(name("halt")))))
          .allowEmptyShould(true);
}
