// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/**
 * Every term of the ontology is named by a question, a shape or a hygiene query, or there is a
 * written reason why none needs to. A query that ranges over all terms names none of them.
 */
class TermUseTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final Path REASONS = BASE.resolve("src/test/resources/terms-without-use.tsv");
  private static final String NS = "https://w3id.org/entente/";
  private static final Pattern NAME = Pattern.compile("<" + NS + "(\\w+)>");
  private static final Set<String> QUERIES =
      Set.of(SHACL.select.getURI(), SHACL.ask.getURI(), SHACL.construct.getURI());

  @Test
  void everyTermIsUsedOrHasAReason() throws IOException {
    var unused = new TreeSet<>(terms());
    unused.removeAll(named());
    assertThat(reasons().keySet())
        .as("%s: the terms that nothing names, and no other", REASONS.getFileName())
        .containsExactlyElementsOf(unused);
  }

  @Test
  void aReasonIsASentence() throws IOException {
    assertThat(reasons().values()).allMatch(reason -> reason.matches("[A-Z].{20,}\\."));
  }

  private static TreeMap<String, String> reasons() throws IOException {
    var reasons = new TreeMap<String, String>();
    for (var line : Files.readAllLines(REASONS)) {
      var cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(2);
      assertThat(reasons.put(cells[0], cells[1])).as("a second reason for " + cells[0]).isNull();
    }
    return reasons;
  }

  private static Set<String> terms() {
    var terms = new TreeSet<String>();
    for (var file : Modules.files()) {
      RDFDataMgr.loadModel(file.toUri().toString())
          .listSubjectsWithProperty(RDFS.isDefinedBy)
          .filterDrop(term -> term.hasLiteral(OWL2.deprecated, true))
          .forEach(term -> terms.add(term.getURI().substring(NS.length())));
    }
    assertThat(terms).hasSizeGreaterThan(200);
    return terms;
  }

  private static Set<String> named() throws IOException {
    var named = new TreeSet<String>();
    for (var file : files("queries", ".rq")) {
      collect(QueryFactory.create(Files.readString(file)), named);
    }
    for (var file : files("ontology/shapes", ".ttl")) {
      var shapes = RDFDataMgr.loadModel(file.toUri().toString());
      shapes
          .listStatements()
          .forEach(
              statement -> {
                collect("<" + statement.getPredicate().getURI() + ">", named);
                if (statement.getObject().isURIResource()) {
                  collect("<" + statement.getResource().getURI() + ">", named);
                } else if (QUERIES.contains(statement.getPredicate().getURI())) {
                  var query = new Query();
                  query.setPrefixMapping(new PrefixMappingImpl().setNsPrefixes(shapes));
                  collect(QueryFactory.parse(query, statement.getString(), null, null), named);
                }
              });
    }
    return named;
  }

  /** Parsed and written anew a query has no comments, and without prefixes only full names. */
  private static void collect(Query query, Set<String> named) {
    query.getPrefixMapping().clearNsPrefixMap();
    collect(query.serialize(), named);
  }

  private static void collect(String text, Set<String> named) {
    var names = NAME.matcher(text);
    while (names.find()) {
      named.add(names.group(1));
    }
  }

  private static Set<Path> files(String folder, String ending) {
    try (var files = Files.walk(BASE.resolve(folder))) {
      var found = new TreeSet<>(files.filter(f -> f.toString().endsWith(ending)).toList());
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
