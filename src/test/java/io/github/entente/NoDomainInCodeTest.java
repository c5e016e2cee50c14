// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.SourceDocument;
import io.github.entente.source.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine knows this domain from the ontology, the data, the queries and the temporal and claim
 * profiles only: no Java file, the generated vocabulary apart, and no launcher names a framework, a
 * party, a commitment or a property of the domain.
 */
class NoDomainInCodeTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final String NAMESPACE = "https://w3id.org/entente/";

  /**
   * The generic mechanism: which predicates carry days, levels and claims, and what policies say.
   */
  private static final Pattern MECHANISM =
      Pattern.compile(".*(Property|Profile|Policy|Polarity|Mode|Level|Order)|accepts.*|defaultDay");

  /** A string literal, or a text block. */
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

  /** The generated vocabulary in use. */
  private static final Pattern CONSTANT = Pattern.compile("\\bEntente\\.(\\w+)");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\\n]*", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("[\\w.-]*\\w");

  /** Individuals of the data, and terms of the ontology, the mechanism apart. */
  private static Set<String> individuals;

  private static Set<String> terms;

  @BeforeAll
  static void names() {
    individuals = names(Set.of(OWL2.NamedIndividual.asNode()), "data");
    terms =
        names(
            Set.of(
                OWL2.Class.asNode(),
                OWL2.ObjectProperty.asNode(),
                OWL2.DatatypeProperty.asNode(),
                OWL2.AnnotationProperty.asNode()),
            "ontology");
    assertThat(individuals)
        .contains("NATO", "AUKUS", "Japan", "ANZUSTreaty")
        .hasSizeGreaterThan(500);
    assertThat(terms)
        .contains("fullMemberOf", "NatoPartner", "firstDay", "owes")
        .hasSizeGreaterThan(150);
  }

  private static Set<String> names(Set<Node> kinds, String folder) {
    var names = new TreeSet<String>();
    for (SourceDocument document : documents(BASE.resolve(folder))) {
      document
          .graph()
          .find(Node.ANY, RDF.type.asNode(), Node.ANY)
          .filterKeep(t -> kinds.contains(t.getObject()) && t.getSubject().isURI())
          .mapWith(t -> t.getSubject().getURI())
          .filterKeep(iri -> iri.startsWith(NAMESPACE))
          .mapWith(iri -> iri.substring(NAMESPACE.length()))
          .filterKeep(name -> !MECHANISM.matcher(name).matches())
          .forEachRemaining(names::add);
    }
    return names;
  }

  private static List<SourceDocument> documents(Path folder) {
    return Documents.read(
        folder,
        (base, location, bytes) -> {
          throw new AssertionError("no foreign syntax in " + location);
        });
  }

  @Test
  void noJavaFileNamesTheDomain() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(BASE.resolve("src/main/java"))) {
      var sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("model/Entente.java"))
              .toList();
      assertThat(sources).hasSizeGreaterThan(120);
      for (var source : sources) {
        named(Files.readString(source))
            .forEach(name -> found.add(source.getFileName() + ": " + name));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noLauncherNamesTheDomain() throws IOException {
    for (var launcher : List.of("entente", "entente.cmd")) {
      assertThat(inText(Files.readString(BASE.resolve(launcher)))).as(launcher).isEmpty();
    }
  }

  /** What would be found: in texts, in IRIs and CURIEs, and as constants of the vocabulary. */
  @Test
  void whatIsNamedIsFound() {
    assertThat(named("var x = \"in NATO\";")).containsExactly("NATO");
    assertThat(named("var x = \"\"\"\n  ?x entente:owes ?y\n  \"\"\";")).containsExactly("owes");
    assertThat(named("var x = \"https://w3id.org/entente/seatIn\";")).containsExactly("seatIn");
    assertThat(named("var x = Entente.fullMemberOf;")).containsExactly("fullMemberOf");
    assertThat(named("var x = \"an article limits it\"; // as NATO does")).isEmpty();
    assertThat(named("var x = Entente.firstDayProperty;")).isEmpty();
    assertThat(named("// of \"NATO\"\n/* \"AUKUS\" */ var x = \"Japan\";"))
        .containsExactly("Japan");
  }

  private static Set<String> named(String source) {
    var code = COMMENT.matcher(source).replaceAll("");
    var found = new TreeSet<String>();
    LITERAL
        .matcher(code)
        .results()
        .forEach(m -> found.addAll(inText(m.group(1) == null ? m.group(2) : m.group(1))));
    CONSTANT
        .matcher(code)
        .results()
        .map(match -> match.group(1))
        .filter(name -> terms.contains(name) || individuals.contains(name))
        .forEach(found::add);
    return found;
  }

  /** Names as whole words; those that are English words as well only in an IRI or CURIE. */
  private static Set<String> inText(String text) {
    var words = new HashSet<String>();
    WORD.matcher(text).results().forEach(match -> words.add(match.group()));
    return Stream.concat(individuals.stream(), terms.stream())
        .filter(
            name ->
                words.contains(name) && !isEnglish(name)
                    || text.contains("entente:" + name)
                    || text.contains(NAMESPACE + name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A term in one plain word, such as {@code limits} or {@code Party}. */
  private static boolean isEnglish(String name) {
    return terms.contains(name) && name.matches("[A-Z]?[a-z]+");
  }
}
