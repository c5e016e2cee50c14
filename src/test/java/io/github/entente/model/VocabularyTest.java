// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** {@link Entente} is what the ontology modules say; this test also writes it anew. */
class VocabularyTest {
  private static final String NS = "https://w3id.org/entente/";
  private static final int WIDTH = 100;
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final Path FILE =
      BASE.resolve("src/main/java/io/github/entente/model/Entente.java");
  private static final List<Resource> KINDS =
      List.of(
          OWL2.Class,
          RDFS.Datatype,
          OWL2.NamedIndividual,
          OWL2.ObjectProperty,
          OWL2.DatatypeProperty,
          OWL2.AnnotationProperty);
  private static final List<Resource> PROPERTIES =
      KINDS.subList(KINDS.indexOf(OWL2.ObjectProperty), KINDS.size());

  @Test
  void vocabularyClassIsGeneratedFromTheOntology() throws IOException {
    var expected = text(ontology());
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(FILE, expected);
    }
    assertThat(FILE)
        .as("out of date; write it anew: mvn test -Dtest=VocabularyTest -Dentente.write=true")
        .hasContent(expected);
  }

  private static Model ontology() throws IOException {
    var model = ModelFactory.createDefaultModel();
    try (var files = Files.newDirectoryStream(BASE.resolve("ontology"), "*.ttl")) {
      files.forEach(file -> RDFDataMgr.read(model, file.toUri().toString()));
    }
    return model;
  }

  private static String text(Model ontology) {
    var constants = new TreeMap<String, String>();
    for (var kind : KINDS) {
      ontology
          .listSubjectsWithProperty(RDF.type, kind)
          .filterKeep(term -> term.isURIResource() && isTerm(term.getURI()))
          .forEach(term -> constants.put(name(term), constant(term, PROPERTIES.contains(kind))));
    }
    assertThat(constants).hasSizeGreaterThan(20);
    return """
    // SPDX-License-Identifier: Apache-2.0
    package io.github.entente.model;

    import org.apache.jena.rdf.model.Property;
    import org.apache.jena.rdf.model.Resource;
    import org.apache.jena.rdf.model.ResourceFactory;

    /** The terms of the ontology, generated from its modules by {@code VocabularyTest}. */
    public final class Entente {
      /** The namespace of the terms. */
      public static final String NS = "https://w3id.org/entente/";

    """
        + String.join("\n", constants.values())
        + "\n  private Entente() {}\n}\n";
  }

  private static boolean isTerm(String iri) {
    return iri.startsWith(NS) && iri.indexOf('/', NS.length()) < 0;
  }

  private static String name(Resource term) {
    var name = term.getURI().substring(NS.length()).replaceAll("[^A-Za-z0-9_]", "_");
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  private static String constant(Resource term, boolean property) {
    var type = property ? "Property" : "Resource";
    var declaration = "  public static final %s %s =".formatted(type, name(term));
    var value =
        "ResourceFactory.create%s(NS + \"%s\");"
            .formatted(type, term.getURI().substring(NS.length()));
    var oneLine = declaration + " " + value;
    return javadoc(definition(term))
        + (oneLine.length() <= WIDTH ? oneLine : declaration + "\n      " + value)
        + "\n";
  }

  private static String definition(Resource term) {
    var definition = term.getProperty(SKOS.definition);
    assertThat(definition).as("skos:definition of " + term).isNotNull();
    return definition
        .getString()
        .strip()
        .replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;");
  }

  /** As google-java-format would wrap it. */
  private static String javadoc(String text) {
    var oneLine = "  /** " + text + " */";
    if (oneLine.length() <= WIDTH) {
      return oneLine + "\n";
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder("   *");
    for (var word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("   *");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return "  /**\n" + String.join("\n", lines) + "\n   */\n";
  }
}
