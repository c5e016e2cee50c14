// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/**
 * The checks of the W3C's OWL 2 test cases that are in OWL 2 DL and meant under its Direct
 * Semantics.
 *
 * @see <a href="https://www.w3.org/TR/owl2-test/">OWL 2 Conformance</a>
 */
final class OntologySuite {
  private static final String NS = "http://www.w3.org/2007/OWL/testOntology#";

  private OntologySuite() {}

  /** What is to be found out. */
  enum Kind {
    CONSISTENCY("Premise"),
    INCONSISTENCY("Premise"),
    POSITIVE_ENTAILMENT("Conclusion"),
    NEGATIVE_ENTAILMENT("NonConclusion");

    private final String role;

    Kind(String role) {
      this.role = role;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Resource type() {
      var text = new StringBuilder();
      for (var word : name().split("_")) {
        text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
      return resource(text + "Test");
    }
  }

  /**
   * An ontology that is embedded in a case.
   *
   * @param name IRI under which it is loaded
   * @param location for messages; its ending tells the syntax
   */
  record Text(String name, String location, byte[] bytes) {}

  /**
   * One check.
   *
   * @param imports what the premise imports
   * @param conclusion what follows from it or does not; absent when its consistency is asked
   * @param functional the same in functional syntax, where the case has both
   */
  record Check(
      String id,
      Kind kind,
      Text premise,
      List<Text> imports,
      Optional<Text> conclusion,
      Optional<Check> functional) {
    String name() {
      return id + "/" + kind.label();
    }
  }

  /** The checks, by name in the order of the file. */
  static Map<String, Check> read(Path file) {
    var model = RDFDataMgr.loadModel(file.toUri().toString());
    var checks = new LinkedHashMap<String, Check>();
    for (var kind : Kind.values()) {
      for (var test : model.listSubjectsWithProperty(RDF.type, kind.type()).toList()) {
        boolean direct =
            test.hasProperty(property("species"), resource("DL"))
                && test.hasProperty(property("semantics"), resource("DIRECT"));
        if (direct) {
          var check = check(test, kind);
          checks.put(check.name(), check);
        }
      }
    }
    return checks;
  }

  private static Check check(Resource test, Kind kind) {
    var imports = new ArrayList<Text>();
    for (var one : test.listProperties(property("importedOntology")).toList()) {
      var imported = one.getResource();
      var iri = imported.getProperty(property("importedOntologyIRI")).getResource().getURI();
      text(imported, "rdfXmlInput", iri).ifPresent(imports::add);
    }
    var inRdf = check(test, kind, "rdfXml", imports, Optional.empty());
    var functional = check(test, kind, "fs", imports, Optional.empty());
    return inRdf.isEmpty()
        ? functional.orElseThrow()
        : check(test, kind, "rdfXml", imports, functional).orElseThrow();
  }

  private static Optional<Check> check(
      Resource test, Kind kind, String syntax, List<Text> imports, Optional<Check> functional) {
    String id = test.getProperty(property("identifier")).getString();
    var premise = text(test, syntax + "Premise").or(() -> text(test, syntax + "Input"));
    boolean asksConsistency = kind.role.equals("Premise");
    Optional<Text> conclusion = asksConsistency ? Optional.empty() : text(test, syntax + kind.role);
    return premise.isPresent() && (asksConsistency || conclusion.isPresent())
        ? Optional.of(new Check(id, kind, premise.get(), imports, conclusion, functional))
        : Optional.empty();
  }

  private static Optional<Text> text(Resource test, String what) {
    return text(test, what, "urn:" + what);
  }

  private static Optional<Text> text(Resource test, String what, String name) {
    return Optional.ofNullable(test.getProperty(property(what + "Ontology")))
        .map(
            text ->
                new Text(
                    name,
                    what + (what.startsWith("fs") ? ".ofn" : ".rdf"),
                    text.getString().strip().getBytes(StandardCharsets.UTF_8)));
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(NS, name);
  }

  private static Resource resource(String name) {
    return ResourceFactory.createResource(NS + name);
  }
}
