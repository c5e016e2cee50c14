// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Decision;
import io.github.entente.reason.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;

/**
 * How a query was answered: what its patterns demanded of which world, what decided that, and the
 * algebra that was evaluated over it. Immutable.
 *
 * @param regime what counted as following
 * @param parts in the order in which they were demanded; none under a regime that is materialised
 *     as a whole, or not at all
 * @param basis what the guarantee rests on; empty under a regime without axioms
 * @param algebra the SPARQL algebra after ARQ's optimisation
 */
public record Plan(Regime regime, List<Part> parts, Optional<Basis> basis, Op algebra) {
  /**
   * A demand and what decided it.
   *
   * @param view the world
   * @param demand what the patterns demanded of it
   * @param decision how it was decided; kept from an earlier query where that had demanded it too
   */
  public record Part(Viewpoint view, Demand demand, Decision decision) {}

  public Plan {
    parts = List.copyOf(parts);
  }

  static Plan of(Regime regime, List<Part> parts, Optional<Basis> basis, Query query) {
    return new Plan(regime, parts, basis, Algebra.optimize(Algebra.compile(query)));
  }

  /** The plan for a person to read, a line for each demand, then the algebra. */
  public List<String> lines(Labels labels) {
    var lines = new ArrayList<String>();
    if (regime == Regime.SIMPLE) {
      lines.add("every pattern: matched with asserted triples");
    } else if (!regime.direct()) {
      lines.add(
          "every pattern: matched with the triples that the rules of "
              + regime.label()
              + " derive");
    }
    int width =
        parts.stream().mapToInt(part -> text(part.demand(), labels).length()).max().orElse(0);
    var worlds = parts.stream().map(Part::view).distinct().toList();
    for (var world : worlds) {
      if (worlds.size() > 1) {
        lines.add(world.day().map(Object::toString).orElse("all days") + world.label() + ":");
      }
      parts.stream()
          .filter(part -> part.view().equals(world))
          .map(
              part ->
                  String.format(
                      "%-" + width + "s  %s", text(part.demand(), labels), text(part.decision())))
          .forEach(lines::add);
    }
    lines.add("algebra:");
    written(labels).lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  private String written(Labels labels) {
    var out = new IndentedLineBuffer();
    WriterOp.outputNoPrologue(out, algebra, new SerializationContext(labels.prefixes()));
    return out.asString();
  }

  private static String text(Decision decision) {
    String text = decision.means().label();
    if (decision.candidates() > 0) {
      text +=
          ": of "
              + count(decision.candidates(), "candidate")
              + " "
              + decision.entailed()
              + " follow";
      if (decision.denied() > 0) {
        text += ", " + decision.denied() + " denied by a checked model";
      }
      if (decision.checks() > 0) {
        text += ", by " + count(decision.checks(), "consistency check");
      }
    }
    return decision.guarantee().complete() ? text : text + " (incomplete)";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String text(Demand demand, Labels labels) {
    if (demand instanceof Demand.Instances instances) {
      return "instances of " + labels.curie(instances.name());
    } else if (demand instanceof Demand.Values values) {
      return "values of " + labels.curie(values.name());
    } else if (demand instanceof Demand.Inclusion inclusion) {
      return Stream.of(inclusion.sub(), inclusion.relation(), inclusion.sup())
          .map(node -> text(node, labels))
          .collect(Collectors.joining(" "));
    } else if (demand instanceof Demand.Same) {
      return "equalities of individuals";
    } else if (demand instanceof Demand.AllTypes) {
      return "classes of individuals";
    } else if (demand instanceof Demand.Axiom axiom) {
      var root = axiom.root();
      return Stream.of(root.getSubject(), root.getPredicate(), root.getObject())
          .map(node -> text(node, labels))
          .collect(Collectors.joining(" "));
    } else if (demand instanceof Demand.Asserted asserted) {
      return "triples of " + labels.curie(asserted.predicate());
    }
    return "triples of any predicate";
  }

  private static String text(Node node, Labels labels) {
    return !node.isConcrete()
        ? node.isVariable() ? node.toString() : "?"
        : node.isBlank() ? "[…]" : labels.curie(node);
  }
}
