// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.reason.rif.RifDocument.Import;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.graph.Node;

/**
 * Reads RIF Core in its XML syntax. What it does not know it refuses, by file and line.
 *
 * @see <a href="https://www.w3.org/TR/rif-core/#XML_Serialization_Syntax_for_RIF-Core">RIF Core,
 *     XML syntax</a>
 */
public final class RifReader {
  private final Constants constants;
  private final List<Rule> rules = new ArrayList<>();

  private RifReader(String iri) {
    this.constants = new Constants(iri);
  }

  /**
   * Reads a document.
   *
   * @param iri of the document, against which relative IRIs are resolved
   * @param location for messages
   * @param reader at the beginning of its XML, which is well-formed
   * @param sha256 digest of the document
   * @throws EntenteException {@link ErrorCode#MALFORMED_LITERAL}, {@link ErrorCode#REFUSED_RULE}
   *     for what is not in RIF Core and for rules that are not safe
   */
  public static RifDocument read(
      String iri, String location, XMLStreamReader reader, String sha256) {
    var root = Element.read(location, reader);
    if (!root.name().equals("Document")) {
      throw Refusal.of(
          root.where(), "the root element is '" + root.name() + "'", "It has to be 'Document'.");
    }
    var rif = new RifReader(iri);
    var imports = new ArrayList<Import>();
    for (var part : root.only("directive", "payload")) {
      if (part.name().equals("directive")) {
        part.only("Import").forEach(i -> imports.add(rif.imported(i)));
      } else {
        part.only("Group").forEach(rif::group);
      }
    }
    return new RifDocument(iri, location, imports, rif.rules, sha256);
  }

  private Import imported(Element element) {
    element.only("location", "profile");
    String iri = element.one("location").text().toString().strip();
    return new Import(
        constants.absolute(iri, element.where()),
        element.optional("profile").map(p -> p.text().toString().strip()),
        element.where());
  }

  private void group(Element group) {
    for (var sentence : group.only("sentence", "behavior")) {
      if (sentence.name().equals("behavior")) {
        throw Refusal.of(
            sentence.where(),
            "a strategy for conflicts ('behavior') belongs to production rules, not to RIF Core",
            "Leave it out: in RIF Core all that follows, follows.");
      }
      var content = sentence.content();
      if (content.name().equals("Group")) {
        group(content);
      } else {
        rule(content, Scope.EMPTY);
      }
    }
  }

  private void rule(Element element, Scope outer) {
    switch (element.name()) {
      case "Forall" -> {
        element.only("declare", "formula");
        rule(element.one("formula").content(), outer.with(element));
      }
      case "Implies" -> {
        element.only("if", "then");
        var conditions = new Conditions(constants, outer);
        var body = conditions.formula(element.one("if").content());
        implied(element.one("then").content(), List.of(body), outer, element.where());
      }
      case "Atom", "Frame" -> implied(element, List.of(), outer, element.where());
      default ->
          throw Refusal.of(
              element.where(),
              "'" + element.name() + "' is no rule of RIF Core",
              "Write Forall, Implies, Atom or Frame there"
                  + (Set.of("Member", "Subclass").contains(element.name())
                      ? "; a membership that follows is a frame with the slot rdf:type."
                      : "."));
    }
  }

  private void implied(Element then, List<Formula> body, Scope scope, String where) {
    var conditions = new Conditions(constants, scope);
    var conjuncts = new ArrayList<>(body);
    var head = new ArrayList<Formula>();
    var parts =
        then.name().equals("And")
            ? then.only("formula").stream().map(Element::content).toList()
            : List.of(then);
    for (var part : parts) {
      if (!Set.of("Atom", "Frame").contains(part.name())) {
        throw Refusal.of(
            part.where(),
            "'" + part.name() + "' in the conclusion of a rule is not in RIF Core",
            switch (part.name()) {
              case "Member" -> "Write a frame with the slot rdf:type.";
              case "Equal" ->
                  "Under owl-direct, a frame with the slot owl:sameAs says that two are the same.";
              case "Exists" -> "Give what exists a name, or say it with an OWL axiom.";
              default -> "Conclude frames and atoms, or an And of these.";
            });
      }
      for (var said : Conditions.conjuncts(conditions.formula(part))) {
        (said.binds() ? head : conjuncts).add(said);
      }
    }
    Safeness.rules(head, new Formula.And(conjuncts), where).forEach(rules::add);
  }

  /** The variables that are declared around a place, by the names that they have in the rule. */
  record Scope(Map<String, Node> variables) {
    static final Scope EMPTY = new Scope(Map.of());

    Scope with(Element quantified) {
      var all = new HashMap<>(variables);
      for (var declared : quantified.all("declare")) {
        String name = declared.one("Var").text().toString().strip();
        all.put(name, Conditions.fresh(name));
      }
      return new Scope(Map.copyOf(all));
    }

    Optional<Node> find(String name) {
      return Optional.ofNullable(variables.get(name));
    }
  }
}
