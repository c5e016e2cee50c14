// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.Profiles;

/** {@code ontology/README.md} is what the modules say; this test also writes it anew. */
class OntologyReadmeTest {
  private static final List<Resource> KINDS =
      List.of(
          OWL2.Class,
          OWL2.ObjectProperty,
          OWL2.DatatypeProperty,
          OWL2.AnnotationProperty,
          OWL2.NamedIndividual);
  private static final List<Profiles> PROFILES =
      List.of(Profiles.OWL2_DL, Profiles.OWL2_EL, Profiles.OWL2_QL, Profiles.OWL2_RL);

  @Test
  void readmeIsGeneratedFromTheModules() throws Exception {
    var file = Modules.FOLDER.resolve("README.md");
    var expected = text();
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("out of date; write it anew: mvn test -Dtest=OntologyReadmeTest -Dentente.write=true")
        .hasContent(expected);
  }

  private static String text() throws Exception {
    var table = new StringBuilder();
    var terms = new StringBuilder();
    for (var file : Modules.files()) {
      var ontology = Modules.open(file);
      var model = RDFDataMgr.loadModel(file.toUri().toString());
      var header = model.listSubjectsWithProperty(RDF.type, OWL2.Ontology).next();
      table.append(row(file.getFileName().toString(), ontology));
      terms
          .append("\n## ")
          .append(header.getProperty(DCTerms.title).getString())
          .append("\n\n")
          .append(header.getProperty(DCTerms.description).getString())
          .append("\n");
      for (var kind : KINDS) {
        var rows = new TreeMap<String, String>();
        model
            .listSubjectsWithProperty(RDFS.isDefinedBy, header)
            .filterKeep(term -> term.hasProperty(RDF.type, kind))
            .forEach(
                term ->
                    rows.put(
                        term.getLocalName(),
                        "| `%s` | %s | %s |%n"
                            .formatted(
                                term.getLocalName(),
                                cell(term.getProperty(RDFS.label).getString()),
                                cell(term.getProperty(SKOS.definition).getString()))));
        if (!rows.isEmpty()) {
          terms
              .append("\n| ")
              .append(heading(kind))
              .append(" | label | definition |\n|---|---|---|\n");
          rows.values().forEach(terms::append);
        }
      }
    }
    return """
    # The ontology

    Written by `mvn test -Dtest=OntologyReadmeTest -Dentente.write=true`; do not edit.

    Open `entente.ttl` in an editor such as Protégé: `catalog-v001.xml` leads every import to a file of this folder, and nothing is fetched. The shapes are in `shapes/`, the queries that close complete rosters in `closure/`.

    | file | ontology IRI | version IRI | imports | OWL 2 profiles, with imports | classes | object properties | data properties | annotation properties | individuals | logical axioms |
    |---|---|---|---|---|---|---|---|---|---|---|
    """
        .concat(table.toString())
        .concat(
            "\nThe numbers count the terms that a module defines and the axioms that stand in its file. Names are in `https://w3id.org/entente/`.\n")
        .concat(terms.toString())
        .replace("\r\n", "\n");
  }

  private static String row(String file, OWLOntology ontology) throws Exception {
    var id = ontology.getOntologyID();
    var imports =
        ontology
            .directImportsDocuments()
            .map(iri -> iri.toString().replaceFirst(".*/", ""))
            .sorted()
            .collect(Collectors.joining(", "));
    var profiles =
        PROFILES.stream()
            .filter(profile -> profile.checkOntology(ontology).isInProfile())
            .map(profile -> profile.getName().replace("OWL2 ", ""))
            .collect(Collectors.joining(", "));
    var model = RDFDataMgr.loadModel(Modules.FOLDER.resolve(file).toUri().toString());
    var header = model.listSubjectsWithProperty(RDF.type, OWL2.Ontology).next();
    var counts =
        KINDS.stream()
            .map(
                kind ->
                    model
                        .listSubjectsWithProperty(RDFS.isDefinedBy, header)
                        .filterKeep(term -> term.hasProperty(RDF.type, kind))
                        .toList()
                        .size())
            .map(String::valueOf)
            .collect(Collectors.joining(" | "));
    return "| `%s` | <%s> | <%s> | %s | %s | %s | %d |%n"
        .formatted(
            file,
            id.getOntologyIRI().orElseThrow(),
            id.getVersionIRI().orElseThrow(),
            imports.isEmpty() ? "none" : imports,
            profiles,
            counts,
            ontology.getLogicalAxiomCount());
  }

  private static String heading(Resource kind) {
    return kind.getLocalName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }
}
