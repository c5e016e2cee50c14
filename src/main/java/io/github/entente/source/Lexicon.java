// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Near;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;

/** What the texts of a column stand for: terms, by the names, codes and IRIs that the data give. */
final class Lexicon {
  private static final Var TEXT = Var.alloc("text");
  private static final int SHOWN = 8;
  private static final int FEW = 30;

  private final PrefixMapping prefixes;
  private final Map<String, Set<Map<String, Node>>> exact = new HashMap<>();
  private final Map<String, Set<Map<String, Node>>> folded = new HashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  private Lexicon(PrefixMapping prefixes) {
    this.prefixes = prefixes;
  }

  /** The lexicon that a SELECT query of {@code ?text} and further variables gives. */
  static Lexicon of(Query query, DatasetGraph data, PrefixMapping prefixes) {
    var lexicon = new Lexicon(prefixes);
    try (var execution = QueryExec.dataset(data).query(query).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                var meaning = new TreeMap<String, Node>();
                row.forEach(
                    (variable, node) -> {
                      if (!variable.equals(TEXT)) {
                        meaning.put(variable.getVarName(), node);
                      }
                    });
                lexicon.add(row.get(TEXT).getLiteralLexicalForm(), Map.copyOf(meaning));
              });
    }
    return lexicon;
  }

  private void add(String text, Map<String, Node> meaning) {
    boolean isNew = !folded.containsKey(folded(text));
    exact.computeIfAbsent(plain(text), key -> new LinkedHashSet<>()).add(meaning);
    folded.computeIfAbsent(folded(text), key -> new LinkedHashSet<>()).add(meaning);
    if (isNew && !text.contains("://")) {
      names.add(text);
    }
  }

  /**
   * What a text stands for; it is told what is wrong when that is nothing, or several things. Case
   * decides only where two texts differ in nothing else.
   */
  Map<String, Node> meaning(String text, Consumer<String> wrong) {
    for (var found :
        List.of(
            exact.getOrDefault(plain(text), Set.of()),
            folded.getOrDefault(folded(text), Set.of()),
            exact.getOrDefault(prefixes.expandPrefix(text), Set.of()))) {
      if (found.size() == 1) {
        return found.iterator().next();
      } else if (found.size() > 1) {
        wrong.accept("'" + text + "' may be " + iris(found) + ". Write the IRI of the one meant.");
        return Map.of();
      }
    }
    wrong.accept(
        "'"
            + text
            + "' is not known. "
            + Near.names(text, names).map(near -> "Did you mean " + near + "?").orElse(some()));
    return Map.of();
  }

  private String some() {
    if (names.size() > FEW) {
      return "Write a name, code or IRI that the data have; what is new, describe in data of your"
          + " own first.";
    }
    var shown = names.stream().limit(SHOWN).map(name -> "'" + name + "'").toList();
    return (names.size() > SHOWN ? "Known are, among others, " : "Known are ")
        + String.join(", ", shown)
        + ".";
  }

  private static String iris(Set<Map<String, Node>> meanings) {
    var iris = new ArrayList<String>();
    for (var meaning : meanings) {
      meaning.values().stream().filter(Node::isURI).map(Names::of).forEach(iris::add);
    }
    return iris.stream().distinct().sorted().collect(Collectors.joining(" or "));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  private static String folded(String text) {
    return plain(text).toLowerCase(Locale.ROOT);
  }
}
