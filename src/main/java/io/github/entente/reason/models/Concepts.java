// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Concept.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLClassExpressionVisitorEx;

/** The expressions in use, numbered; translates those of OWL. */
final class Concepts {
  private static final int[] NONE = {};

  private final Names names;
  private final List<Concept> all = new ArrayList<>();
  private final Map<Key, Concept> known = new HashMap<>();
  private final List<Concept> atoms = new ArrayList<>();
  private final Map<OWLClassExpression, Concept> translated = new HashMap<>();

  /** Those of kind ALL, by directed role. */
  private final Map<Integer, List<Concept>> universals = new HashMap<>();

  /** Those of kind DATA_ALL, by data property. */
  private final Map<Integer, List<Concept>> dataUniversals = new HashMap<>();

  final Concept top = make(Kind.TOP, 0, 0, List.of(), NONE, null);
  final Concept bottom = make(Kind.BOTTOM, 0, 0, List.of(), NONE, null);

  private record Key(Kind kind, int symbol, int count, Object rest, Range range) {}

  Concepts(Names names) {
    this.names = names;
    top.complements(bottom);
  }

  int count() {
    return all.size();
  }

  Concept get(int id) {
    return all.get(id);
  }

  List<Concept> universals(int role) {
    return universals.getOrDefault(role, List.of());
  }

  List<Concept> dataUniversals(int property) {
    return dataUniversals.getOrDefault(property, List.of());
  }

  private Concept make(
      Kind kind, int symbol, int count, List<Concept> parts, int[] nodes, Range range) {
    Object rest =
        parts.isEmpty()
            ? Arrays.stream(nodes).boxed().toList()
            : parts.stream().map(part -> part.id).toList();
    return known.computeIfAbsent(
        new Key(kind, symbol, count, rest, range),
        key -> {
          var concept = new Concept(all.size(), kind, symbol, count, parts, nodes, range);
          all.add(concept);
          if (kind == Kind.ALL) {
            universals.computeIfAbsent(symbol, role -> new ArrayList<>()).add(concept);
          } else if (kind == Kind.DATA_ALL) {
            dataUniversals.computeIfAbsent(symbol, data -> new ArrayList<>()).add(concept);
          }
          return concept;
        });
  }

  Concept not(Concept concept) {
    if (concept.complement() == null) {
      concept.complements(complement(concept));
    }
    return concept.complement();
  }

  private Concept complement(Concept c) {
    return switch (c.kind) {
      case TOP -> bottom;
      case BOTTOM -> top;
      case ATOM -> make(Kind.NOT_ATOM, c.symbol, 0, List.of(), NONE, null);
      case NOT_ATOM -> atom(c.symbol);
      case AND -> or(c.parts.stream().map(this::not).toList());
      case OR -> and(c.parts.stream().map(this::not).toList());
      case SOME -> all(c.symbol, not(c.part()));
      case ALL -> some(c.symbol, not(c.part()));
      case MIN -> max(c.count - 1, c.symbol, c.part());
      case MAX -> min(c.count + 1, c.symbol, c.part());
      case ONE_OF -> make(Kind.NOT_ONE_OF, 0, 0, List.of(), c.nodes, null);
      case NOT_ONE_OF -> make(Kind.ONE_OF, 0, 0, List.of(), c.nodes, null);
      case SELF -> make(Kind.NOT_SELF, c.symbol, 0, List.of(), NONE, null);
      case NOT_SELF -> make(Kind.SELF, c.symbol, 0, List.of(), NONE, null);
      case DATA_SOME -> data(Kind.DATA_ALL, 0, c.symbol, names.ranges().not(c.range));
      case DATA_ALL -> data(Kind.DATA_SOME, 0, c.symbol, names.ranges().not(c.range));
      case DATA_MIN -> data(Kind.DATA_MAX, c.count - 1, c.symbol, c.range);
      case DATA_MAX -> data(Kind.DATA_MIN, c.count + 1, c.symbol, c.range);
    };
  }

  Concept atom(int predicate) {
    while (atoms.size() <= predicate) {
      atoms.add(make(Kind.ATOM, atoms.size(), 0, List.of(), NONE, null));
    }
    return atoms.get(predicate);
  }

  Concept and(List<Concept> parts) {
    return nary(Kind.AND, parts, top, bottom);
  }

  Concept or(List<Concept> parts) {
    return nary(Kind.OR, parts, bottom, top);
  }

  private Concept nary(Kind kind, List<Concept> parts, Concept neutral, Concept absorbing) {
    Set<Concept> flat = new LinkedHashSet<>();
    for (var part : parts) {
      if (part == absorbing) {
        return absorbing;
      } else if (part.kind == kind) {
        flat.addAll(part.parts);
      } else if (part != neutral) {
        flat.add(part);
      }
    }
    if (flat.stream()
        .anyMatch(part -> part.complement() != null && flat.contains(part.complement()))) {
      return absorbing;
    }
    return flat.isEmpty()
        ? neutral
        : flat.size() == 1
            ? flat.iterator().next()
            : make(kind, 0, 0, List.copyOf(flat), NONE, null);
  }

  Concept some(int role, Concept filler) {
    return filler == bottom || role == Names.NOTHING
        ? bottom
        : make(Kind.SOME, role, 0, List.of(filler), NONE, null);
  }

  Concept all(int role, Concept filler) {
    return filler == top || role == Names.NOTHING
        ? top
        : make(Kind.ALL, role, 0, List.of(filler), NONE, null);
  }

  private Concept min(int count, int role, Concept filler) {
    return count <= 0
        ? top
        : count == 1
            ? some(role, filler)
            : filler == bottom || role == Names.NOTHING
                ? bottom
                : make(Kind.MIN, role, count, List.of(filler), NONE, null);
  }

  Concept max(int count, int role, Concept filler) {
    return count < 0
        ? bottom
        : count == 0
            ? all(role, not(filler))
            : filler == bottom || role == Names.NOTHING
                ? top
                : make(Kind.MAX, role, count, List.of(filler), NONE, null);
  }

  Concept data(Kind kind, int count, int property, Range range) {
    if (property == Names.NOTHING) {
      return kind == Kind.DATA_SOME || kind == Kind.DATA_MIN && count > 0 ? bottom : top;
    }
    if (kind == Kind.DATA_MIN && count <= 1) {
      return count <= 0 ? top : data(Kind.DATA_SOME, 0, property, range);
    } else if (kind == Kind.DATA_MAX && count <= 0) {
      return count < 0 ? bottom : data(Kind.DATA_ALL, 0, property, names.ranges().not(range));
    }
    return make(kind, property, count, List.of(), NONE, range);
  }

  Concept oneOf(List<Integer> nodes) {
    int[] sorted = nodes.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    return sorted.length == 0 ? bottom : make(Kind.ONE_OF, 0, 0, List.of(), sorted, null);
  }

  Concept of(OWLClassExpression expression) {
    var done = translated.get(expression);
    if (done == null) {
      done = expression.accept(new Translator());
      translated.put(expression, done);
    }
    return done;
  }

  private final class Translator implements OWLClassExpressionVisitorEx<Concept> {
    private int role(OWLObjectPropertyExpression property) {
      return names.role(property);
    }

    private int property(OWLDataPropertyExpression property) {
      return names.dataProperty(property.asOWLDataProperty());
    }

    @Override
    public Concept visit(OWLClass ce) {
      return ce.isOWLThing() ? top : ce.isOWLNothing() ? bottom : atom(names.predicate(ce));
    }

    @Override
    public Concept visit(OWLObjectIntersectionOf ce) {
      return and(ce.operands().map(Concepts.this::of).toList());
    }

    @Override
    public Concept visit(OWLObjectUnionOf ce) {
      return or(ce.operands().map(Concepts.this::of).toList());
    }

    @Override
    public Concept visit(OWLObjectComplementOf ce) {
      return not(of(ce.getOperand()));
    }

    @Override
    public Concept visit(OWLObjectSomeValuesFrom ce) {
      return some(role(ce.getProperty()), of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLObjectAllValuesFrom ce) {
      return all(role(ce.getProperty()), of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLObjectHasValue ce) {
      return some(role(ce.getProperty()), oneOf(List.of(names.node(ce.getFiller()))));
    }

    @Override
    public Concept visit(OWLObjectMinCardinality ce) {
      return min(ce.getCardinality(), role(ce.getProperty()), of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLObjectMaxCardinality ce) {
      return max(ce.getCardinality(), role(ce.getProperty()), of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLObjectExactCardinality ce) {
      return of(ce.asIntersectionOfMinMax());
    }

    @Override
    public Concept visit(OWLObjectHasSelf ce) {
      int role = role(ce.getProperty());
      return role == Names.NOTHING ? bottom : make(Kind.SELF, role & ~1, 0, List.of(), NONE, null);
    }

    @Override
    public Concept visit(OWLObjectOneOf ce) {
      return oneOf(ce.individuals().map(names::node).toList());
    }

    @Override
    public Concept visit(OWLDataSomeValuesFrom ce) {
      return data(Kind.DATA_SOME, 0, property(ce.getProperty()), names.ranges().of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLDataAllValuesFrom ce) {
      return data(Kind.DATA_ALL, 0, property(ce.getProperty()), names.ranges().of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLDataHasValue ce) {
      return data(
          Kind.DATA_SOME, 0, property(ce.getProperty()), names.ranges().only(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLDataMinCardinality ce) {
      return data(
          Kind.DATA_MIN,
          ce.getCardinality(),
          property(ce.getProperty()),
          names.ranges().of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLDataMaxCardinality ce) {
      return data(
          Kind.DATA_MAX,
          ce.getCardinality(),
          property(ce.getProperty()),
          names.ranges().of(ce.getFiller()));
    }

    @Override
    public Concept visit(OWLDataExactCardinality ce) {
      return of(ce.asIntersectionOfMinMax());
    }
  }
}
