// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.Section.State;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import io.github.entente.source.Bundled;
import io.github.entente.source.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each shape flags what it is there for, and nothing else does; bundled data fit all shapes. */
class ShapesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.basedir", "."), "src/test/resources/shapes");
  private static final String NS = "https://w3id.org/entente/shape/";
  private static final String ENTENTE = "https://w3id.org/entente/";
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SHARED = System.getProperty("entente.shared", "../shared");
  private static final String EXPECTS = "# expects: ";

  /** What makes a node shape flag its focus itself, instead of by its property shapes. */
  private static final List<String> OWN_CONSTRAINTS =
      List.of("nodeKind", "class", "or", "xone", "not", "sparql");

  private static final Shapes SHAPES = Shapes.of(Bundled.shapes());
  private static final List<SourceDocument> ONTOLOGY =
      Bundled.documents().stream().filter(d -> d.graphName().contains("/ontology/")).toList();
  private static final List<SourceDocument> CONTEXT = read(FOLDER.resolve("context.ttl"));

  private final Model model = model(Bundled.shapes());
  private final Model ontology = model(ONTOLOGY);

  @TestFactory
  Stream<DynamicTest> everyInvalidExampleIsFlaggedByExactlyItsShape() {
    var files = files("invalid");
    assertThat(files).hasSizeGreaterThanOrEqualTo(150);
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    FOLDER.relativize(file).toString(),
                    () ->
                        assertThat(run(file))
                            .isNotEmpty()
                            .extracting(f -> f.detail().orElseThrow().rule())
                            .containsOnly(expected(file))));
  }

  @TestFactory
  Stream<DynamicTest> everyValidExampleConforms() {
    var files = files("valid");
    assertThat(files).hasSizeGreaterThanOrEqualTo(60);
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    FOLDER.relativize(file).toString(), () -> assertThat(run(file)).isEmpty()));
  }

  @Test
  void everyShapeHasAnExampleOfEachSort() {
    var expected = files("invalid").stream().map(ShapesTest::expected).collect(Collectors.toSet());
    assertThat(expected).isEqualTo(flagging());
    var folders = new TreeSet<String>();
    for (var sort : List.of("valid", "invalid")) {
      for (var file : files(sort)) {
        folders.add(sort + " " + NS + FOLDER.relativize(file).getName(0));
      }
    }
    for (var shape : nodeShapes()) {
      assertThat(folders).contains("valid " + shape, "invalid " + shape);
    }
  }

  @Test
  void anExampleLiesInTheFolderOfItsShape() {
    for (var file : files("invalid")) {
      var folder = NS + FOLDER.relativize(file).getName(0);
      assertThat(expected(file)).matches(iri -> iri.equals(folder) || iri.startsWith(folder + "-"));
    }
  }

  @Test
  void theContextOfTheExamplesConforms() {
    assertThat(run(List.of())).isEmpty();
  }

  @Test
  void bundledDataFitAllShapes() {
    var section = SHAPES.run(Bundled.documents(), Deadline.NEVER);
    assertThat(section.rules()).isGreaterThan(150);
    assertThat(section.subjects()).isGreaterThan(5000);
    // Instruments without articles, and agreements whose articles were not seen.
    assertThat(section.findings())
        .allMatch(f -> f.severity() == Severity.INFO)
        .allMatch(f -> f.detail().orElseThrow().rule().equals(NS + "Provision-articleKnown"))
        .extracting(f -> f.detail().orElseThrow().focus().getLocalName())
        .containsExactlyInAnyOrder(
            "AUKUSJointLeadersStatement2021_TechnologySharing",
            "CampDavidCommitmentToConsult2023_Consultation",
            "CouncilDecision2017_2315_BindingCommitments",
            "JapanAustraliaAccessAgreement2022_Access",
            "JapanUnitedKingdomAccessAgreement2023_Access",
            "NavalNuclearPropulsionAgreement2024_TechnologyTransfer",
            "NavalNuclearPropulsionInformationAgreement2021_InformationSharing");
    assertThat(section.state()).isEqualTo(State.REMARKS);
  }

  @Test
  void aFindingSaysWhatWhereAndWhatToDo() {
    var finding = run(FOLDER.resolve("Membership/invalid/of-a-text.ttl")).get(0);
    assertThat(finding.kind()).isEqualTo(Kind.SHAPE);
    assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
    assertThat(finding.message()).startsWith("A membership has exactly one party");
    assertThat(finding.place())
        .matches("https://example.org/League_Freedonia in .*of-a-text\\.ttl");
    var detail = finding.detail().orElseThrow();
    assertThat(detail.focus().getURI()).isEqualTo("https://example.org/League_Freedonia");
    assertThat(detail.path()).contains("<" + ENTENTE + "ofParty>");
    assertThat(detail.value().orElseThrow().getURI()).isEqualTo("https://example.org/Text");
    assertThat(detail.files()).singleElement().asString().endsWith("of-a-text.ttl");
  }

  @Test
  void theMessageOfAQueryNamesTheDays() {
    assertThat(run(FOLDER.resolve("Interval/invalid/ends-before-it-begins.ttl")))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("1959")
        .contains("1960-02");
  }

  @Test
  void ofAlternativePropertiesTheOneThatWasUsedIsNamed() {
    var finding = run(FOLDER.resolve("Shortcut/invalid/full-member.ttl")).get(0);
    var detail = finding.detail().orElseThrow();
    assertThat(detail.path()).contains("<" + ENTENTE + "fullMemberOf>");
    assertThat(detail.value().orElseThrow().getURI()).isEqualTo("https://example.org/League");
    assertThat(detail.files().get(0)).endsWith("full-member.ttl");
  }

  @Test
  void severitiesAreTold() {
    assertThat(run(FOLDER.resolve("Shortcut/invalid/full-member.ttl")).get(0).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(run(FOLDER.resolve("Instrument/invalid/signedOn.ttl")).get(0).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void everyShapeHasAMessageInEnglishAndANameOfOurs() {
    for (var shape : flagging()) {
      var resource = model.getResource(shape);
      var holder =
          resource.hasProperty(sh("sparql"))
              ? resource.getPropertyResourceValue(sh("sparql"))
              : resource;
      assertThat(holder.listProperties(sh("message")).toList())
          .as(shape)
          .singleElement()
          .satisfies(m -> assertThat(m.getLanguage()).isEqualTo("en"))
          .satisfies(m -> assertThat(m.getString()).matches("(?s)[A-Z].*\\."));
    }
    for (var shape : nodeShapes()) {
      assertThat(model.getResource(shape).hasProperty(RDFS.label)).as(shape).isTrue();
    }
  }

  @Test
  void definedClassesAreNeverAsserted() {
    var roles = new TreeSet<String>();
    ontology
        .listSubjectsWithProperty(OWL2.equivalentClass)
        .filterKeep(Resource::isURIResource)
        .filterDrop(ShapesTest::isRolifiedOnly)
        .forEach(c -> roles.add(c.getURI()));
    ontology
        .listSubjectsWithProperty(SKOS.scopeNote)
        .filterKeep(c -> c.getProperty(SKOS.scopeNote).getString().startsWith("Defined only"))
        .forEach(c -> roles.add(c.getURI()));
    assertThat(roles).hasSizeGreaterThan(15).isEqualTo(targets("DefinedOnly", "targetClass"));
  }

  @Test
  void markersRolificationsAndChainsAreNeverAsserted() {
    var markers = new TreeSet<String>();
    ontology
        .listSubjectsWithProperty(RDF.type, OWL2.Class)
        .filterKeep(c -> c.isURIResource() && c.getLocalName().matches("(Is|NotIn)_.*"))
        .forEach(c -> markers.add(c.getURI()));
    assertThat(targets("Marker", "targetClass")).isEqualTo(markers);
    var rolifications = new TreeSet<String>();
    ontology
        .listSubjectsWithProperty(OWL2.hasSelf)
        .forEach(r -> rolifications.add(r.getPropertyResourceValue(OWL2.onProperty).getURI()));
    assertThat(targets("Rolification", "targetSubjectsOf")).isEqualTo(rolifications);
    var chains = new TreeSet<String>();
    ontology.listSubjectsWithProperty(OWL2.propertyChainAxiom).forEach(p -> chains.add(p.getURI()));
    // Stated where the parties of an instrument sit in no framework founded on it.
    chains.remove(ENTENTE + "mutuallyBoundBy");
    // Stated of a scope provision, and of a commitment that says so itself.
    chains.remove(ENTENTE + "confinedTo");
    assertThat(targets("Shortcut", "targetSubjectsOf")).isEqualTo(chains);
  }

  @Test
  void theShapesFitTheShapesOfShapes() {
    var file = Path.of(SHARED, "suites/w3c-shacl/shacl/shacl-shacl.ttl");
    assumeTrue(Files.exists(file), file + " is not here");
    var section = Shapes.of(read(file)).run(Bundled.shapes(), Deadline.NEVER);
    assertThat(section.subjects()).isGreaterThan(150);
    assertThat(section.findings()).isEmpty();
  }

  @Test
  void aPassedDeadlineIsALimitAndNoPass() {
    var past = new Deadline(() -> 1, 0);
    var section = SHAPES.run(CONTEXT, past);
    assertThat(section.state()).isEqualTo(State.CUT_SHORT);
    assertThat(section.findings()).extracting(Finding::kind).containsExactly(Kind.LIMIT);
  }

  @Test
  void shapesThatAreNotWellFormedAreRefused() {
    var bytes =
        ("@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ;"
                + " sh:property [ sh:minCount 1 ] .")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var document = Documents.read("urn:g", "bad.ttl", bytes, (a, b, c) -> null);
    assertThatThrownBy(() -> Shapes.of(List.of(document)))
        .isInstanceOf(EntenteException.class)
        .hasMessageStartingWith("bad.ttl: not well-formed SHACL")
        .extracting(e -> ((EntenteException) e).code())
        .isEqualTo(ErrorCode.MALFORMED_FILE);
  }

  /** A class that is stated and only mirrored by a property of its own. */
  private static boolean isRolifiedOnly(Resource named) {
    return named.listProperties(OWL2.equivalentClass).toList().stream()
        .allMatch(s -> s.getResource().hasProperty(OWL2.hasSelf));
  }

  private Set<String> targets(String shape, String kind) {
    return model
        .listObjectsOfProperty(model.getResource(NS + shape), sh(kind))
        .mapWith(node -> node.asResource().getURI())
        .toSet()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> nodeShapes() {
    return model
        .listSubjectsWithProperty(RDF.type, model.getResource(SH + "NodeShape"))
        .mapWith(Resource::getURI)
        .toSet();
  }

  private Set<String> flagging() {
    var shapes =
        model
            .listSubjectsWithProperty(RDF.type, model.getResource(SH + "PropertyShape"))
            .mapWith(Resource::getURI)
            .toSet();
    for (var shape : nodeShapes()) {
      var resource = model.getResource(shape);
      if (OWN_CONSTRAINTS.stream().anyMatch(c -> resource.hasProperty(sh(c)))) {
        shapes.add(shape);
      }
    }
    assertThat(shapes).hasSizeGreaterThan(100).allMatch(iri -> iri.startsWith(NS));
    return shapes;
  }

  private Property sh(String name) {
    return model.createProperty(SH + name);
  }

  private static String expected(Path file) {
    try (var lines = Files.lines(file)) {
      var first = lines.findFirst().orElseThrow();
      assertThat(first).as("%s", file).startsWith(EXPECTS);
      return first.substring(EXPECTS.length()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String sort) {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().getFileName().toString().equals(sort))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> run(Path example) {
    return run(read(example));
  }

  private static List<Finding> run(List<SourceDocument> example) {
    var documents = new ArrayList<>(ONTOLOGY);
    documents.addAll(CONTEXT);
    documents.addAll(example);
    return SHAPES.run(documents, Deadline.NEVER).findings();
  }

  private static List<SourceDocument> read(Path file) {
    return Documents.read(file, (name, location, bytes) -> null);
  }

  private static Model model(List<SourceDocument> documents) {
    var model = ModelFactory.createDefaultModel();
    documents.forEach(d -> model.add(ModelFactory.createModelForGraph(d.graph())));
    return model;
  }
}
