// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rdf;

import io.github.entente.reason.rif.Builtins;
import io.github.entente.reason.rif.Formula;
import io.github.entente.reason.rif.Ruleset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.reasoner.rulesys.RuleContext;
import org.apache.jena.reasoner.rulesys.builtins.BaseBuiltin;

/** Rules of RIF as rules of Jena over generalised triples. For one use. */
final class RifRules {
  /** How many values functions make before rules that may come to no end are stopped. */
  static final int MOST_VALUES = 20_000;

  /** How long these values may be together: factorials are few and long. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final Node ATOM = NodeFactory.createURI(Materialisation.OURS + "atom");
  private static final Triple ALWAYS = Triple.create(ATOM, ATOM, ATOM);

  /** Thrown out of the rule engine when functions have made too many values. */
  static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Endless() {
      super(null, null, false, false);
    }
  }

  private final boolean bounded;
  private final Set<Node> made = new HashSet<>();
  private long characters;

  private RifRules(boolean bounded) {
    this.bounded = bounded;
  }

  /** The rules; facts among them are added to the graph. */
  static List<Rule> of(Ruleset ruleset, Graph input) {
    var all = new RifRules(ruleset.mayNotEnd());
    var rules = new ArrayList<Rule>();
    if (!ruleset.rules().isEmpty()) {
      input.add(ALWAYS);
    }
    for (var rule : ruleset.rules()) {
      if (rule.body().isEmpty()) {
        rule.head().forEach(fact -> input.add(triple(fact, Values::canonical)));
      } else {
        rules.add(all.new Translation().of(rule));
      }
    }
    return rules;
  }

  private static Triple triple(Formula formula, UnaryOperator<Node> term) {
    if (formula instanceof Formula.Fact fact) {
      return Triple.create(
          term.apply(fact.subject()), term.apply(fact.predicate()), term.apply(fact.object()));
    }
    var atom = (Formula.Atom) formula;
    var terms = atom.arguments().stream().map(term).toList();
    var predicate =
        NodeFactory.createURI(
            Materialisation.OURS + "atom" + terms.size() + " " + atom.predicate());
    return switch (terms.size()) {
      case 0 -> Triple.create(ATOM, predicate, ATOM);
      case 1 -> Triple.create(terms.get(0), predicate, ATOM);
      case 2 -> Triple.create(terms.get(0), predicate, terms.get(1));
      default ->
          Triple.create(
              terms.get(0),
              predicate,
              Functor.makeFunctorNode(
                  "arguments", terms.subList(1, terms.size()).toArray(Node[]::new)));
    };
  }

  /** One rule, with its variables numbered. */
  private final class Translation {
    private final Map<Node, Node> variables = new LinkedHashMap<>();

    Rule of(io.github.entente.reason.rif.Rule rule) {
      var body = new ArrayList<ClauseEntry>();
      if (rule.body().stream().noneMatch(Formula::binds)) {
        body.add(new TriplePattern(ALWAYS));
      }
      rule.body().forEach(formula -> body.add(clause(formula)));
      var head = rule.head().stream().map(this::clause).toList();
      var translated = new Rule(rule.where(), head, body);
      translated.setNumVars(variables.size());
      return translated;
    }

    private ClauseEntry clause(Formula formula) {
      if (formula instanceof Formula.Equal equal) {
        return functor("equal", Stream.of(equal.left(), equal.right()), new Same());
      } else if (formula instanceof Formula.Builtin builtin) {
        return functor(
            builtin.name(),
            Stream.concat(builtin.arguments().stream(), builtin.result().stream()),
            new Evaluated(builtin.name(), builtin.result().isPresent()));
      }
      return new TriplePattern(triple(formula, this::term));
    }

    private Functor functor(String name, Stream<Node> terms, BaseBuiltin implementor) {
      return new Functor(name, terms.map(this::term).toArray(Node[]::new), implementor);
    }

    private Node term(Node node) {
      return node.isVariable()
          ? variables.computeIfAbsent(
              node, v -> new Node_RuleVariable("?" + v.getName(), variables.size()))
          : Values.canonical(node);
    }
  }

  private static boolean same(Node one, Node other) {
    return one.equals(other) || one.sameValueAs(other);
  }

  /** Two terms that denote the same; one of them gets its value from the other. */
  private static final class Same extends BaseBuiltin {
    @Override
    public String getName() {
      return "equal";
    }

    @Override
    public boolean bodyCall(Node[] args, int length, RuleContext context) {
      var left = getArg(0, args, context);
      var right = getArg(1, args, context);
      if (left.isVariable()) {
        return context.getEnv().bind(left, right);
      }
      return right.isVariable() ? context.getEnv().bind(right, left) : same(left, right);
    }
  }

  /** A function or predicate of RIF. */
  private final class Evaluated extends BaseBuiltin {
    private final String name;
    private final boolean function;

    Evaluated(String name, boolean function) {
      this.name = name;
      this.function = function;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean bodyCall(Node[] args, int length, RuleContext context) {
      var terms = new ArrayList<Node>();
      for (int i = 0; i < (function ? length - 1 : length); i++) {
        terms.add(getArg(i, args, context));
      }
      if (!function) {
        return Builtins.holds(name, terms);
      }
      Optional<Node> value = Builtins.value(name, terms).map(Values::canonical);
      if (value.isEmpty()) {
        return false;
      }
      if (bounded && made.add(value.get())) {
        characters += value.get().getLiteralLexicalForm().length();
        if (made.size() > MOST_VALUES || characters > MOST_CHARACTERS) {
          throw new Endless();
        }
      }
      var result = getArg(length - 1, args, context);
      return result.isVariable()
          ? context.getEnv().bind(result, value.get())
          : same(result, value.get());
    }
  }
}
