// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The knowledge base in the jar: ontology, data, closure queries and named questions, as {@code
 * /entente/index.txt} lists them.
 */
public final class Bundled {
  private static final String GRAPHS = "https://w3id.org/entente/graph/";

  private Bundled() {}

  /**
   * The ontology modules and the data, each under a graph name such as {@code
   * https://w3id.org/entente/graph/data/rosters/nato}; neither alignments nor shapes. Reads on all
   * cores.
   */
  public static List<SourceDocument> documents() {
    return index().parallelStream()
        .filter(path -> isModule(path) || isData(path))
        .map(Bundled::document)
        .toList();
  }

  /** The texts of the closure queries, in the order of their paths. */
  public static List<String> closures() {
    return index().stream()
        .filter(path -> path.startsWith("ontology/closure/") && path.endsWith(".rq"))
        .map(Bundled::text)
        .toList();
  }

  /** The texts of the named questions by path, such as {@code queries/cq/001-members.rq}. */
  public static Map<String, String> questions() {
    var questions = new LinkedHashMap<String, String>();
    index().stream()
        .filter(path -> path.startsWith("queries/cq/") && path.endsWith(".rq"))
        .forEach(path -> questions.put(path, text(path)));
    return Collections.unmodifiableMap(questions);
  }

  /** The texts of the queries behind overlap analytics by name, such as {@code seats}. */
  public static Map<String, String> analyses() {
    return queries("queries/overlap/");
  }

  /** The texts of the queries by which a table is imported, by name, such as {@code rows}. */
  public static Map<String, String> imports() {
    return queries("queries/import/");
  }

  /**
   * The texts of the queries behind the views of the workbench, by name, such as {@code claims}.
   */
  public static Map<String, String> workbench() {
    return queries("queries/workbench/");
  }

  private static Map<String, String> queries(String folder) {
    var queries = new LinkedHashMap<String, String>();
    index().stream()
        .filter(path -> path.startsWith(folder) && path.endsWith(".rq"))
        .forEach(
            path ->
                queries.put(
                    path.substring(folder.length(), path.length() - ".rq".length()), text(path)));
    return Collections.unmodifiableMap(queries);
  }

  /** The SHACL shapes that bundled data, and data like them, have to fit. */
  public static List<SourceDocument> shapes() {
    return index().stream()
        .filter(path -> path.startsWith("ontology/shapes/") && path.endsWith(".ttl"))
        .map(Bundled::document)
        .toList();
  }

  /** The texts of the queries that have to find nothing, by path. */
  public static Map<String, String> hygiene() {
    var queries = new LinkedHashMap<String, String>();
    index().stream()
        .filter(path -> path.startsWith("queries/hygiene/") && path.endsWith(".rq"))
        .forEach(path -> queries.put(path, text(path)));
    return Collections.unmodifiableMap(queries);
  }

  static Map<String, Catalogue.Entry> ontologies() {
    var entries = new HashMap<String, Catalogue.Entry>();
    index().stream()
        .filter(Bundled::isModule)
        .map(Bundled::document)
        .forEach(
            document ->
                Imports.names(document).forEach(iri -> entries.put(iri, foreign -> document)));
    return entries;
  }

  private static boolean isModule(String path) {
    return path.startsWith("ontology/")
        && path.indexOf('/', "ontology/".length()) < 0
        && path.endsWith(".ttl");
  }

  private static boolean isData(String path) {
    return path.startsWith("data/") && (path.endsWith(".ttl") || path.endsWith(".trig"));
  }

  private static SourceDocument document(String path) {
    var name = GRAPHS + path.substring(0, path.lastIndexOf('.'));
    return DocumentReader.readTrusted(name, "entente:" + path, bytes(path));
  }

  private static List<String> index() {
    return text("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String path) {
    try (var in = Bundled.class.getResourceAsStream("/entente/" + path)) {
      if (in == null) {
        throw new EntenteException(
            ErrorCode.INTERNAL,
            "/entente/" + path + " is missing on the class path. Build the jar anew with Maven.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new EntenteException(
          ErrorCode.INTERNAL, "/entente/" + path + " cannot be read. Build the jar anew.", e);
    }
  }
}
