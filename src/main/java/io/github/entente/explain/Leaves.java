// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Origin;
import io.github.entente.source.Origins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;

/** The statements that an explanation ends at, numbered in the order in which they are met. */
final class Leaves {
  private final Origins origins;
  private final Words words;
  private final Map<Object, Leaf> leaves = new LinkedHashMap<>();

  Leaves(Origins origins, Words words) {
    this.origins = origins;
    this.words = words;
  }

  List<Leaf> all() {
    return List.copyOf(leaves.values());
  }

  Leaf get(int number) {
    return all().get(number - 1);
  }

  /** The number of an axiom of a world. */
  int number(OWLAxiom axiom, World world) {
    var known = leaves.get(axiom);
    return known != null
        ? known.number()
        : number(
            axiom,
            words.axiom(axiom),
            Optional.of(axiom),
            world.spelling().of(axiom),
            sources(world, axiom));
  }

  /** Where an axiom of a world is stated. */
  List<Origin> sources(World world, OWLAxiom axiom) {
    return world.spelling().of(axiom).stream()
        .flatMap(triple -> origins.of(triple, world.snapshot()).stream())
        .distinct()
        .toList();
  }

  /** The number of a triple that is read as no axiom. */
  int number(Triple triple, String text, World world) {
    return number(
        triple, text, Optional.empty(), List.of(triple), origins.of(triple, world.snapshot()));
  }

  /** The number of a statement; the key tells it from others. */
  int number(
      Object key, String text, Optional<OWLAxiom> axiom, List<Triple> triples, List<Origin> from) {
    return leaves
        .computeIfAbsent(key, k -> new Leaf(leaves.size() + 1, text, axiom, triples, from))
        .number();
  }
}
