// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Near;
import io.github.entente.query.Labels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Statements as people write them: subject, predicate and object, each a prefixed name, an IRI in
 * angle brackets, a label or the last part of an IRI; as object also a literal in quotation marks.
 */
public final class Phrase {
  private static final Pattern TOKEN =
      Pattern.compile("<[^>]*>|\"[^\"]*\"(\\^\\^\\S+|@[\\w-]+)?|\\S+");
  private static final int SHOWN = 4;

  private final PrefixMapping prefixes;
  private final Map<String, Set<Node>> labelled = new TreeMap<>();
  private final Map<String, Set<Node>> exactly = new TreeMap<>();
  private final Map<String, Set<Node>> named = new TreeMap<>();
  private final Set<Node> properties = new LinkedHashSet<>();

  /** The names of the terms in a graph. */
  public Phrase(Graph graph, Labels labels) {
    this.prefixes = labels.prefixes();
    for (var label : List.of(RDFS.label, SKOS.prefLabel, SKOS.altLabel)) {
      graph
          .find(Node.ANY, label.asNode(), Node.ANY)
          .filterKeep(triple -> triple.getObject().isLiteral() && triple.getSubject().isURI())
          .forEachRemaining(
              triple -> {
                var text = triple.getObject().getLiteralLexicalForm();
                labelled.computeIfAbsent(text, k -> new LinkedHashSet<>()).add(triple.getSubject());
                name(text, triple.getSubject());
              });
    }
    graph
        .find()
        .forEachRemaining(
            triple -> {
              for (var node : List.of(triple.getSubject(), triple.getObject())) {
                if (node.isURI()) {
                  name(node.getURI().replaceFirst("^.*[/#]", ""), node);
                }
              }
            });
    for (var kind :
        List.of(
            OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty, RDF.Property)) {
      graph
          .find(Node.ANY, RDF.type.asNode(), kind.asNode())
          .forEachRemaining(triple -> properties.add(triple.getSubject()));
    }
    for (var relation :
        List.of(
            RDFS.subClassOf,
            RDFS.subPropertyOf,
            OWL2.equivalentClass,
            OWL2.disjointWith,
            OWL2.sameAs,
            OWL2.differentFrom,
            RDF.type)) {
      properties.add(relation.asNode());
      name(relation.getLocalName(), relation.asNode());
    }
    for (var built : List.of(OWL2.Thing, OWL2.Nothing)) {
      name(built.getLocalName(), built.asNode());
    }
    name("a", RDF.type.asNode());
    name("is a", RDF.type.asNode());
    name("is an", RDF.type.asNode());
  }

  private void name(String text, Node node) {
    exactly.computeIfAbsent(text, k -> new LinkedHashSet<>()).add(node);
    named.computeIfAbsent(key(text), k -> new LinkedHashSet<>()).add(node);
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }

  /**
   * The statement that a text makes.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when it makes none, or several
   */
  public Triple statement(String text) {
    var tokens = TOKEN.matcher(text).results().map(found -> found.group()).toList();
    var read = new LinkedHashSet<Triple>();
    for (int first = 1; first < tokens.size(); first++) {
      for (int second = first + 1; second < tokens.size(); second++) {
        var subjects = terms(tokens.subList(0, first));
        var predicates = terms(tokens.subList(first, second));
        predicates.retainAll(properties);
        var objects = terms(tokens.subList(second, tokens.size()));
        for (var subject : subjects) {
          for (var predicate : predicates) {
            for (var object : objects) {
              if (!subject.isLiteral()) {
                read.add(Triple.create(subject, predicate, object));
              }
            }
          }
        }
      }
    }
    if (read.size() == 1) {
      return read.iterator().next();
    }
    throw new EntenteException(
        ErrorCode.BAD_OPTION, read.isEmpty() ? none(text, tokens) : several(text, read));
  }

  /**
   * The term that a text names.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when it names none, or several
   */
  public Node term(String text) {
    var terms = terms(TOKEN.matcher(text).results().map(found -> found.group()).toList());
    if (terms.size() == 1) {
      return terms.iterator().next();
    }
    throw new EntenteException(
        ErrorCode.BAD_OPTION,
        "'"
            + text
            + (terms.isEmpty()
                ? "' names no term." + near(key(text)) + " Give a prefixed name, an IRI or a label."
                : "' names several terms: "
                    + terms.stream().map(Node::toString).sorted().collect(Collectors.joining(", "))
                    + ". Give the IRI of one in angle brackets."));
  }

  private String none(String text, List<String> tokens) {
    var unknown = new TreeSet<String>();
    for (var token : tokens) {
      boolean part =
          named.keySet().stream().anyMatch(k -> (" " + k + " ").contains(" " + key(token) + " "));
      if (terms(List.of(token)).isEmpty() && !part) {
        unknown.add(token);
      }
    }
    return "'"
        + text
        + "' makes no statement of three known terms."
        + (unknown.isEmpty()
            ? ""
            : " Not known: " + String.join(", ", unknown) + "." + near(key(unknown.first())))
        + " Write subject, predicate and object: prefixed names, IRIs in angle brackets, or labels;"
        + " a literal in quotation marks.";
  }

  private String near(String name) {
    return Near.names(name, named.keySet()).map(n -> " Did you mean " + n + "?").orElse("");
  }

  private static String several(String text, Set<Triple> read) {
    return "'"
        + text
        + "' can be read in "
        + read.size()
        + " ways, such as "
        + read.stream()
            .limit(SHOWN)
            .map(t -> "<%s> <%s> %s".formatted(t.getSubject(), t.getPredicate(), t.getObject()))
            .collect(Collectors.joining("; "))
        + ". Give IRIs in angle brackets.";
  }

  private Set<Node> terms(List<String> tokens) {
    var text = String.join(" ", tokens);
    var terms = new LinkedHashSet<Node>();
    if (tokens.size() == 1 && text.startsWith("<") && text.endsWith(">")) {
      terms.add(NodeFactory.createURI(text.substring(1, text.length() - 1)));
      return terms;
    } else if (tokens.size() == 1 && text.startsWith("\"")) {
      terms.add(literal(text));
      terms.addAll(called(text.replace("\"", "")));
      return terms;
    }
    if (tokens.size() == 1 && text.contains(":")) {
      String expanded = prefixes.expandPrefix(text);
      if (!expanded.equals(text)) {
        terms.add(NodeFactory.createURI(expanded));
        return terms;
      }
    }
    terms.addAll(called(text));
    if (tokens.size() == 1 && text.matches("[+-]?\\d+(\\.\\d+)?|true|false")) {
      terms.add(number(text));
    }
    return terms;
  }

  /** By label, else by the end of the IRI, else by either in any case. */
  private Set<Node> called(String text) {
    var found = labelled.getOrDefault(text, exactly.getOrDefault(text, Set.of()));
    return found.isEmpty() ? named.getOrDefault(key(text), Set.of()) : found;
  }

  private static Node number(String text) {
    String type =
        text.matches("true|false") ? "boolean" : text.contains(".") ? "decimal" : "integer";
    return typed(text, "http://www.w3.org/2001/XMLSchema#" + type);
  }

  private Node literal(String text) {
    int end = text.lastIndexOf('"');
    String form = text.substring(1, end);
    String rest = text.substring(end + 1);
    if (rest.startsWith("@")) {
      return NodeFactory.createLiteralLang(form, rest.substring(1));
    } else if (rest.startsWith("^^")) {
      return typed(form, new ArrayList<>(terms(List.of(rest.substring(2)))).get(0).getURI());
    }
    return NodeFactory.createLiteralString(form);
  }

  private static Node typed(String form, String datatype) {
    return NodeFactory.createLiteralDT(form, TypeMapper.getInstance().getSafeTypeByName(datatype));
  }
}
