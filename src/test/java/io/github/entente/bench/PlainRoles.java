// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Pairs of properties by plain computation over rows of bits: stated equalities, inclusions,
 * inverses, symmetry, transitivity, reflexivity and chains until nothing changes, and nothing else.
 * Where no equality, existential or restriction brings about a pair, these are all.
 */
final class PlainRoles {
  private final List<RDFNode> nodes = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Map<RDFNode, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet[]> rows = new HashMap<>();
  private final Set<RDFNode> individuals = new HashSet<>();

  private PlainRoles() {}

  static PlainRoles of(Path file) {
    var model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, file.toUri().toString());
    var roles = new PlainRoles();
    roles.read(model);
    roles.close(model);
    return roles;
  }

  long count(String property) {
    long count = 0;
    var of = rows.getOrDefault(property, new BitSet[0]);
    for (int from = 0; from < of.length; from++) {
      if (of[from] != null) {
        count += (long) sizes.get(from) * of[from].stream().map(sizes::get).sum();
      }
    }
    return count;
  }

  private int number(RDFNode node) {
    return numbers.computeIfAbsent(
        node,
        n -> {
          nodes.add(n);
          sizes.add(1);
          return nodes.size() - 1;
        });
  }

  /** What is stated to be the same has one number; of what is the same by a third, one too. */
  private void merge(Model model) {
    boolean merged;
    do {
      merged = false;
      for (var s : model.listStatements(null, OWL2.sameAs, (RDFNode) null).toList()) {
        int one = number(s.getSubject());
        int other = number(s.getObject());
        if (one != other) {
          numbers.replaceAll((node, number) -> number == other ? one : number);
          sizes.set(one, sizes.get(one) + sizes.get(other));
          merged = true;
        }
      }
    } while (merged);
  }

  private BitSet row(String property, int from) {
    var of = rows.computeIfAbsent(property, p -> new BitSet[nodes.size()]);
    of[from] = of[from] == null ? new BitSet() : of[from];
    return of[from];
  }

  private void read(Model model) {
    merge(model);
    var properties = new HashSet<Resource>();
    for (var kind : List.of(OWL2.ObjectProperty, OWL2.DatatypeProperty)) {
      model.listSubjectsWithProperty(RDF.type, kind).forEach(properties::add);
    }
    model
        .listSubjectsWithProperty(RDF.type, OWL2.NamedIndividual)
        .forEach(
            one -> {
              individuals.add(one);
              number(one);
            });
    for (var property : properties) {
      model
          .listStatements(null, model.createProperty(property.getURI()), (RDFNode) null)
          .forEach(
              s -> {
                number(s.getSubject());
                number(s.getObject());
              });
    }
    for (var property : properties) {
      model
          .listStatements(null, model.createProperty(property.getURI()), (RDFNode) null)
          .forEach(s -> row(property.getURI(), number(s.getSubject())).set(number(s.getObject())));
    }
  }

  private boolean changed;

  private void add(String property, int from, BitSet more) {
    var row = row(property, from);
    int before = row.cardinality();
    row.or(more);
    changed |= row.cardinality() > before;
  }

  private BitSet[] of(String property) {
    return rows.computeIfAbsent(property, p -> new BitSet[nodes.size()]);
  }

  private void close(Model model) {
    do {
      changed = false;
      model
          .listStatements(null, RDFS.subPropertyOf, (RDFNode) null)
          .filterKeep(s -> s.getSubject().isURIResource() && s.getObject().isURIResource())
          .forEach(s -> include(s.getSubject().getURI(), s.getResource().getURI()));
      model
          .listStatements(null, OWL2.equivalentProperty, (RDFNode) null)
          .forEach(
              s -> {
                include(s.getSubject().getURI(), s.getResource().getURI());
                include(s.getResource().getURI(), s.getSubject().getURI());
              });
      model
          .listStatements(null, OWL2.inverseOf, (RDFNode) null)
          .filterKeep(s -> s.getSubject().isURIResource() && s.getObject().isURIResource())
          .forEach(
              s -> {
                turn(s.getSubject().getURI(), s.getResource().getURI());
                turn(s.getResource().getURI(), s.getSubject().getURI());
              });
      model
          .listSubjectsWithProperty(RDF.type, OWL2.SymmetricProperty)
          .forEach(p -> turn(p.getURI(), p.getURI()));
      model
          .listSubjectsWithProperty(RDF.type, OWL2.TransitiveProperty)
          .forEach(p -> chain(List.of(p.getURI(), p.getURI()), p.getURI()));
      model
          .listSubjectsWithProperty(RDF.type, OWL2.ReflexiveProperty)
          .forEach(p -> individuals.forEach(one -> self(p.getURI(), number(one))));
      model
          .listStatements(null, OWL2.propertyChainAxiom, (RDFNode) null)
          .forEach(
              s -> {
                var steps = new ArrayList<String>();
                s.getObject()
                    .as(RDFList.class)
                    .iterator()
                    .forEach(step -> steps.add(step.asResource().getURI()));
                chain(steps, s.getSubject().getURI());
              });
    } while (changed);
  }

  private void self(String property, int one) {
    var bit = new BitSet();
    bit.set(one);
    add(property, one, bit);
  }

  private void include(String sub, String sup) {
    var of = of(sub);
    for (int from = 0; from < of.length; from++) {
      if (of[from] != null) {
        add(sup, from, of[from]);
      }
    }
  }

  private void turn(String property, String inverse) {
    var of = of(property).clone();
    for (int from = 0; from < of.length; from++) {
      if (of[from] != null) {
        var bit = new BitSet();
        bit.set(from);
        for (int to : of[from].stream().toArray()) {
          add(inverse, to, bit);
        }
      }
    }
  }

  private void chain(List<String> steps, String property) {
    for (int from = 0; from < nodes.size(); from++) {
      var reached = new BitSet();
      reached.set(from);
      for (var step : steps) {
        var of = of(step);
        var next = new BitSet();
        reached.stream().filter(x -> of[x] != null).forEach(x -> next.or(of[x]));
        reached = next;
      }
      if (!reached.isEmpty()) {
        add(property, from, reached);
      }
    }
  }
}
