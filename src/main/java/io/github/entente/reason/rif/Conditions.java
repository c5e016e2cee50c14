// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/** Reads conditions, in which each variable has been given a name of its own. */
final class Conditions {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Constants constants;
  private final RifReader.Scope scope;

  Conditions(Constants constants, RifReader.Scope scope) {
    this.constants = constants;
    this.scope = scope;
  }

  static Node fresh(String name) {
    return NodeFactory.createVariable(name + "." + NUMBERS.incrementAndGet());
  }

  /** What must all hold for a formula to hold: its parts, if it is a conjunction. */
  static List<Formula> conjuncts(Formula formula) {
    return formula instanceof Formula.And and
        ? and.parts().stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(formula);
  }

  Formula formula(Element element) {
    var beside = new ArrayList<Formula>();
    switch (element.name()) {
      case "And" -> {
        return new Formula.And(formulas(element));
      }
      case "Or" -> {
        return new Formula.Or(formulas(element));
      }
      case "Exists" -> {
        element.only("declare", "formula");
        var inner = new Conditions(constants, scope.with(element));
        return inner.formula(element.one("formula").content());
      }
      case "Frame" -> frame(element, beside);
      case "Member" -> {
        element.only("instance", "class");
        beside.add(
            new Formula.Fact(
                term(element.one("instance").content(), beside),
                RDF.type.asNode(),
                term(element.one("class").content(), beside)));
      }
      case "Equal" -> {
        element.only("left", "right");
        beside.add(
            new Formula.Equal(
                term(element.one("left").content(), beside),
                term(element.one("right").content(), beside)));
      }
      case "Atom" -> beside.add(new Formula.Atom(operator(element), arguments(element, beside)));
      case "External" -> external(element.one("content").content(), beside);
      default ->
          throw Refusal.of(
              element.where(),
              "'" + element.name() + "' is no condition of RIF Core",
              switch (element.name()) {
                case "Subclass" -> "Write a frame with the slot rdfs:subClassOf.";
                case "Naf", "Neg", "INeg" ->
                    "RIF Core has no negation: ask for what is missing with FILTER NOT EXISTS.";
                default -> "Write And, Or, Exists, Frame, Member, Atom, Equal or External.";
              });
    }
    return new Formula.And(List.copyOf(beside));
  }

  private List<Formula> formulas(Element element) {
    return element.only("formula").stream().map(f -> formula(f.content())).toList();
  }

  private void frame(Element element, List<Formula> beside) {
    element.only("object", "slot");
    var object = term(element.one("object").content(), beside);
    for (var slot : element.all("slot")) {
      var pair = slot.contents();
      if (pair.size() != 2) {
        throw Refusal.of(
            slot.where(), "a slot has " + pair.size() + " terms", "Write its name and its value.");
      }
      beside.add(new Formula.Fact(object, term(pair.get(0), beside), term(pair.get(1), beside)));
    }
  }

  private Node operator(Element element) {
    for (var child : element.contents()) {
      if (child.name().equals("slot")) {
        throw Refusal.of(
            child.where(),
            "arguments with names are not in RIF Core",
            "Write a Frame, or positional arguments within 'args'.");
      }
    }
    element.only("op", "args");
    var operator = element.one("op").content();
    if (!operator.name().equals("Const")) {
      throw Refusal.of(operator.where(), "a predicate that is no Const", "Name the predicate.");
    }
    return constants.of(operator);
  }

  private List<Node> arguments(Element element, List<Formula> beside) {
    var nodes = new ArrayList<Node>();
    element
        .optional("args")
        .ifPresent(args -> args.contents().forEach(a -> nodes.add(term(a, beside))));
    return List.copyOf(nodes);
  }

  private void external(Element atom, List<Formula> beside) {
    if (!atom.name().equals("Atom")) {
      throw Refusal.of(
          atom.where(),
          "an External condition of '" + atom.name() + "'",
          "Only predicates of RIF, within Atom, are known.");
    }
    beside.add(builtin(atom, false, Optional.empty(), beside));
  }

  private Formula.Builtin builtin(
      Element element, boolean function, Optional<Node> result, List<Formula> beside) {
    var operator = operator(element);
    var arguments = arguments(element, beside);
    String name = operator.toString();
    if (!Builtins.takes(name, function, arguments.size())) {
      throw Refusal.of(
          element.where(),
          "there is no "
              + (function ? "function" : "predicate")
              + " <"
              + name
              + "> with "
              + arguments.size()
              + " arguments here",
          "Use one of: " + Builtins.names(function) + ".");
    }
    return new Formula.Builtin(name, arguments, result);
  }

  private Node term(Element element, List<Formula> beside) {
    switch (element.name()) {
      case "Const" -> {
        return constants.of(element);
      }
      case "Var" -> {
        String name = element.text().toString().strip();
        return scope
            .find(name)
            .orElseThrow(
                () ->
                    Refusal.of(
                        element.where(),
                        "the variable ?" + name + " is not declared around here",
                        "Declare it in Forall or Exists."));
      }
      case "External" -> {
        var expression = element.one("content").content();
        if (!expression.name().equals("Expr")) {
          throw Refusal.of(
              expression.where(), "an External term of '" + expression.name() + "'", "Write Expr.");
        }
        var result = fresh("value");
        beside.add(builtin(expression, true, Optional.of(result), beside));
        return result;
      }
      case "List" ->
          throw Refusal.of(
              element.where(),
              "lists are not taken",
              "Say with frames, one for each member, what the list says.");
      default ->
          throw Refusal.of(
              element.where(),
              "'" + element.name() + "' is no term of RIF Core",
              "Write Const, Var, or External with a function of RIF.");
    }
  }
}
