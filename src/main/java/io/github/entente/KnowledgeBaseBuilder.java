// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import io.github.entente.query.Question;
import io.github.entente.reason.dl.Datatypes;
import io.github.entente.reason.dl.OwlSyntaxes;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.source.Bundled;
import io.github.entente.source.Catalogue;
import io.github.entente.source.Corpus;
import io.github.entente.source.Documents;
import io.github.entente.source.Reading;
import io.github.entente.source.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/** Puts a {@link KnowledgeBase} together. For use by one thread. */
public final class KnowledgeBaseBuilder {
  private static final Set<Node> SHAPE_KINDS =
      Set.of(
          NodeFactory.createURI("http://www.w3.org/ns/shacl#NodeShape"),
          NodeFactory.createURI("http://www.w3.org/ns/shacl#PropertyShape"));

  private final List<SourceDocument> documents = new ArrayList<>();
  private final List<SourceDocument> shapes = new ArrayList<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<Path> rules = new ArrayList<>();
  private final List<String> closures = new ArrayList<>();
  private final Refuter refuter = Refuter.create();
  private Reading.Listener reading = Reading.Listener.NONE;
  private boolean bundled;
  private boolean repair;

  KnowledgeBaseBuilder() {}

  /** Tells a listener how far the files that are added from now on have been read. */
  public KnowledgeBaseBuilder reading(Reading.Listener listener) {
    reading = listener;
    return this;
  }

  /**
   * Adds an ontology file or folder. CONSTRUCT queries in a folder's {@code closure} folder
   * complete each snapshot, as the bundled ontology's do.
   *
   * @throws EntenteException {@link ErrorCode#BAD_QUERY} when one of them is none
   */
  public KnowledgeBaseBuilder ontology(Path fileOrFolder) {
    closures.addAll(closuresIn(fileOrFolder.resolve("closure")));
    return data(fileOrFolder);
  }

  private static List<String> closuresIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          folder + " cannot be read (" + e.getMessage() + "). Check that you may read it.",
          e);
    }
  }

  /**
   * Adds a data file or folder; axioms in it count as those of an ontology do. Files that hold
   * nothing but SHACL shapes are not reasoned over: a full check applies them.
   */
  public KnowledgeBaseBuilder data(Path fileOrFolder) {
    paths.add(fileOrFolder);
    for (var document : Documents.read(fileOrFolder, OwlSyntaxes::read, reading)) {
      (holdsShapesOnly(document) ? shapes : documents).add(document);
    }
    return this;
  }

  /**
   * Adds rules in RIF Core, in its XML syntax. They are applied under the regime {@code rif}, and
   * under {@code owl-direct} those that are about classes and properties. Rules that data name with
   * {@code rif:usedWithProfile} are found beside the data.
   */
  public KnowledgeBaseBuilder rules(Path file) {
    rules.add(file);
    return this;
  }

  private static boolean holdsShapesOnly(SourceDocument document) {
    var types =
        document
            .graph()
            .find(Node.ANY, RDF.type.asNode(), Node.ANY)
            .filterKeep(triple -> triple.getSubject().isURI())
            .mapWith(triple -> triple.getObject())
            .toSet();
    return !Collections.disjoint(types, SHAPE_KINDS)
        && types.stream()
            .allMatch(t -> SHAPE_KINDS.contains(t) || t.equals(OWL2.Ontology.asNode()));
  }

  /**
   * Adds a document that is in memory.
   *
   * @param name IRI of its graph
   * @param location for messages; its ending tells the syntax, such as {@code input.ttl}
   */
  public KnowledgeBaseBuilder document(String name, String location, byte[] bytes) {
    documents.add(Documents.read(name, location, bytes, OwlSyntaxes::read));
    return this;
  }

  /** Adds the bundled ontology, data and questions. */
  public KnowledgeBaseBuilder withBundled() {
    bundled = true;
    return this;
  }

  /**
   * Declares terms that the documents use and do not declare, where their use tells what they are;
   * {@link KnowledgeBase#repairs} lists them. Nothing else is changed.
   */
  public KnowledgeBaseBuilder repair() {
    repair = true;
    return this;
  }

  /**
   * Reads what is imported and builds the knowledge base.
   *
   * @throws EntenteException {@link ErrorCode#IMPORT_NOT_FOUND}, {@link ErrorCode#BAD_INTERVAL},
   *     {@link ErrorCode#REFUSED_RULE} and {@link ErrorCode#BAD_OPTION} when there is nothing in it
   */
  public KnowledgeBase build() {
    var all = new ArrayList<SourceDocument>();
    if (bundled) {
      all.addAll(Bundled.documents());
    }
    all.addAll(documents);
    if (all.isEmpty()) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          shapes.isEmpty()
              ? "No document was given. Name at least one file or folder."
              : shapes.get(0).location()
                  + " holds SHACL shapes only, which are applied to data and not reasoned over."
                  + " Name the data too.");
    }
    var catalogue = Catalogue.of(folders()).and(Catalogue.bundled());
    var found = RuleSources.of(all, rules, catalogue);
    var complete = Documents.withImports(found.documents(), catalogue, OwlSyntaxes::read);
    if (bundled) {
      closures.addAll(Bundled.closures());
    }
    var repairs = repair ? Repair.of(complete, Datatypes::inTheMap) : List.<Repair.Declaration>of();
    if (!repairs.isEmpty()) {
      complete = new ArrayList<>(complete);
      complete.add(Repair.document(repairs));
    }
    var declarations = new MultiUnion(complete.stream().map(SourceDocument::graph).iterator());
    var corpus = Corpus.of(complete, closures.stream().distinct().toList());
    return new KnowledgeBase(
        corpus,
        bundled ? questions() : Map.of(),
        bundled ? Bundled.analyses() : Map.of(),
        bundled ? defaultDay(complete) : Optional.empty(),
        prefixes(complete),
        List.copyOf(shapes),
        repairs,
        Rules.of(found.ruleset(), declarations),
        refuter);
  }

  private List<Path> folders() {
    return paths.stream()
        .map(p -> Files.isDirectory(p) ? p : p.toAbsolutePath().getParent())
        .distinct()
        .toList();
  }

  private static Map<String, Question> questions() {
    var questions = new LinkedHashMap<String, Question>();
    Bundled.questions()
        .forEach(
            (path, text) -> {
              var question = Question.parse(path, text);
              questions.put(question.name(), question);
            });
    return questions;
  }

  private static Optional<LocalDate> defaultDay(List<SourceDocument> documents) {
    var property = io.github.entente.model.Entente.defaultDay.asNode();
    return documents.stream()
        .flatMap(d -> d.graph().find(Node.ANY, property, Node.ANY).toList().stream())
        .map(t -> LocalDate.parse(t.getObject().getLiteralLexicalForm()))
        .findFirst();
  }

  private static PrefixMapping prefixes(List<SourceDocument> documents) {
    var prefixes = new PrefixMappingImpl();
    documents.forEach(d -> prefixes.setNsPrefixes(d.graph().getPrefixMapping()));
    PrefixMapping.Standard.getNsPrefixMap()
        .forEach(
            (prefix, iri) -> {
              if (prefixes.getNsPrefixURI(prefix) == null && prefixes.getNsURIPrefix(iri) == null) {
                prefixes.setNsPrefix(prefix, iri);
              }
            });
    return prefixes;
  }
}
