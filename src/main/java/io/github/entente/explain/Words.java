// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.query.Labels;
import io.github.entente.reason.dl.Manchester;
import io.github.entente.reason.dl.OwlBridge;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.*;

/** Axioms, triples and terms in plain English, with the labels that the data give. */
public final class Words {
  private static final int FEW = 4;
  private static final Set<String> VERBS = Set.of("is", "has", "was", "are", "can", "may", "must");
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "in", "at", "on", "by", "to", "from", "with", "for", "under", "through");

  private final Labels labels;

  /** Words with these labels. */
  public Words(Labels labels) {
    this.labels = labels;
  }

  /** A term: its label, else its CURIE; literals by their form. */
  public String term(Node node) {
    return node.isBlank() ? "something unnamed (" + labels.curie(node) + ")" : labels.label(node);
  }

  /** A triple that has no logical meaning, or is not read as an axiom. */
  public String triple(Triple triple) {
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      return term(triple.getSubject()) + isA(term(triple.getObject()));
    }
    return triple.getObject().isLiteral()
        ? term(triple.getSubject())
            + ": "
            + term(triple.getPredicate())
            + " "
            + term(triple.getObject())
        : term(triple.getSubject())
            + " "
            + verb(term(triple.getPredicate()))
            + " "
            + term(triple.getObject());
  }

  /** An axiom. */
  public String axiom(OWLAxiom axiom) {
    if (axiom instanceof OWLClassAssertionAxiom type) {
      return name(type.getIndividual()) + is(type.getClassExpression());
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom value) {
      var plain = value.getSimplified();
      return name(plain.getSubject())
          + " "
          + verb(plain.getProperty())
          + " "
          + (plain.getSubject().equals(plain.getObject()) ? "itself" : name(plain.getObject()));
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom value) {
      return name(value.getSubject())
          + ": "
          + name(value.getProperty())
          + " "
          + value.getObject().getLiteral();
    } else if (axiom instanceof OWLNegativeObjectPropertyAssertionAxiom not) {
      return "it is not so that "
          + name(not.getSubject())
          + " "
          + verb(not.getProperty())
          + " "
          + name(not.getObject());
    } else if (axiom instanceof OWLNegativeDataPropertyAssertionAxiom not) {
      return name(not.getSubject())
          + ": not "
          + name(not.getProperty())
          + " "
          + not.getObject().getLiteral();
    } else if (axiom instanceof OWLSameIndividualAxiom same) {
      return listed(same.getIndividualsAsList()) + " are the same";
    } else if (axiom instanceof OWLDifferentIndividualsAxiom different) {
      return listed(different.getIndividualsAsList()) + " are different";
    } else if (axiom instanceof OWLSubClassOfAxiom included) {
      return included.getSubClass().isOWLThing()
          ? "everything" + is(included.getSuperClass())
          : included.getSuperClass().isOWLNothing()
              ? "nothing can be " + noun(included.getSubClass())
              : "whatever" + is(included.getSubClass()) + is(included.getSuperClass());
    } else if (axiom instanceof OWLEquivalentClassesAxiom same) {
      return "to be " + same.operands().map(this::noun).collect(Collectors.joining(" is to be "));
    } else if (axiom instanceof OWLDisjointClassesAxiom apart) {
      return "nothing is both "
          + apart.operands().map(this::noun).collect(Collectors.joining(" and "));
    } else if (axiom instanceof OWLDisjointUnionAxiom union) {
      return "to be "
          + noun(union.getOWLClass())
          + " is to be exactly one of "
          + union.operands().map(this::noun).collect(Collectors.joining(", "));
    }
    return property(axiom);
  }

  private String property(OWLAxiom axiom) {
    if (axiom instanceof OWLSubPropertyChainOfAxiom chain) {
      var text = new StringBuilder("if x1 ");
      var links = chain.getPropertyChain();
      for (int i = 0; i < links.size(); i++) {
        text.append(i == 0 ? "" : (i + 1 < links.size() ? ", x" : " and x") + (i + 1) + " ")
            .append(verb(links.get(i)))
            .append(" x")
            .append(i + 2);
      }
      return text + ", then x1 " + verb(chain.getSuperProperty()) + " x" + (links.size() + 1);
    } else if (axiom instanceof OWLSubObjectPropertyOfAxiom sub) {
      return "if x "
          + verb(sub.getSubProperty())
          + " y, then x "
          + verb(sub.getSuperProperty())
          + " y";
    } else if (axiom instanceof OWLSubDataPropertyOfAxiom sub) {
      return "every " + name(sub.getSubProperty()) + " is a " + name(sub.getSuperProperty());
    } else if (axiom instanceof OWLInverseObjectPropertiesAxiom inverse) {
      return "x "
          + verb(inverse.getFirstProperty())
          + " y exactly if y "
          + verb(inverse.getSecondProperty())
          + " x";
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom domain) {
      return "whatever " + verb(domain.getProperty()) + " something" + is(domain.getDomain());
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom range) {
      return "if x " + verb(range.getProperty()) + " y, then y" + is(range.getRange());
    } else if (axiom instanceof OWLDataPropertyDomainAxiom domain) {
      return "whatever has a " + name(domain.getProperty()) + is(domain.getDomain());
    } else if (axiom instanceof OWLFunctionalObjectPropertyAxiom functional) {
      return "nothing " + verb(functional.getProperty()) + " two different things";
    } else if (axiom instanceof OWLInverseFunctionalObjectPropertyAxiom functional) {
      return "no two different things " + verb(functional.getProperty()) + " the same thing";
    } else if (axiom instanceof OWLFunctionalDataPropertyAxiom functional) {
      return "nothing has two values of " + name(functional.getProperty());
    } else if (axiom instanceof OWLTransitiveObjectPropertyAxiom chain) {
      var verb = verb(chain.getProperty());
      return "if x " + verb + " y and y " + verb + " z, then x " + verb + " z";
    } else if (axiom instanceof OWLSymmetricObjectPropertyAxiom symmetric) {
      var verb = verb(symmetric.getProperty());
      return "if x " + verb + " y, then y " + verb + " x";
    } else if (axiom instanceof OWLAsymmetricObjectPropertyAxiom asymmetric) {
      var verb = verb(asymmetric.getProperty());
      return "if x " + verb + " y, then it is not so that y " + verb + " x";
    } else if (axiom instanceof OWLReflexiveObjectPropertyAxiom reflexive) {
      return "everything " + verb(reflexive.getProperty()) + " itself";
    } else if (axiom instanceof OWLIrreflexiveObjectPropertyAxiom irreflexive) {
      return "nothing " + verb(irreflexive.getProperty()) + " itself";
    } else if (axiom instanceof OWLDisjointObjectPropertiesAxiom apart) {
      return "x and y are never related both by "
          + apart.properties().map(this::name).collect(Collectors.joining(" and by "));
    }
    return Manchester.text(axiom);
  }

  // ---- expressions ----

  /** " is a state", with what stands before it. */
  private String is(OWLClassExpression expression) {
    if (!expression.isAnonymous()) {
      return isA(entity(expression.asOWLClass()));
    }
    String predicate = predicate(expression);
    return predicate.isEmpty() ? " is " + noun(expression) : " " + predicate;
  }

  private static String isA(String label) {
    return label.startsWith("is ")
        ? " " + label
        : label.startsWith("not ") ? " is " + label : " is " + article(label);
  }

  /** What an individual of a restriction does; empty for other expressions. */
  private String predicate(OWLClassExpression expression) {
    if (expression instanceof OWLObjectSomeValuesFrom some) {
      return verb(some.getProperty()) + " " + something(some.getFiller());
    } else if (expression instanceof OWLObjectAllValuesFrom all) {
      return verb(all.getProperty()) + " nothing but " + things(all.getFiller());
    } else if (expression instanceof OWLObjectHasValue value) {
      return verb(value.getProperty()) + " " + name(value.getFiller());
    } else if (expression instanceof OWLObjectHasSelf self) {
      return verb(self.getProperty()) + " itself";
    } else if (expression instanceof OWLObjectMinCardinality min) {
      return verb(min.getProperty()) + " at least " + number(min) + things(min.getFiller());
    } else if (expression instanceof OWLObjectMaxCardinality max) {
      return verb(max.getProperty()) + " at most " + number(max) + things(max.getFiller());
    } else if (expression instanceof OWLObjectExactCardinality exact) {
      return verb(exact.getProperty()) + " exactly " + number(exact) + things(exact.getFiller());
    } else if (expression instanceof OWLDataHasValue value) {
      return "has " + name(value.getProperty()) + " " + value.getFiller().getLiteral();
    } else if (expression instanceof OWLObjectComplementOf not) {
      String inner = predicate(not.getOperand());
      return inner.isEmpty() ? "is not " + noun(not.getOperand()) : "is nothing that " + inner;
    } else if (expression instanceof OWLObjectIntersectionOf and
        && and.operands().anyMatch(o -> !predicate(o).isEmpty())) {
      return and.operands().map(o -> is(o).strip()).collect(Collectors.joining(" and "));
    }
    return "";
  }

  private static String number(OWLObjectCardinalityRestriction restriction) {
    return restriction.getCardinality() + " ";
  }

  private String something(OWLClassExpression filler) {
    return filler.isOWLThing() ? "something" : "something that" + is(filler);
  }

  private String things(OWLClassExpression filler) {
    return filler.isOWLThing() ? "things" : "what" + is(filler);
  }

  /** An expression as what something can be. */
  private String noun(OWLClassExpression expression) {
    if (!expression.isAnonymous()) {
      String label = entity(expression.asOWLClass());
      return expression.isOWLThing()
          ? "anything"
          : expression.isOWLNothing()
              ? "nothing"
              : label.startsWith("is ") || label.startsWith("not ")
                  ? "something that" + isA(label)
                  : article(label);
    } else if (expression instanceof OWLObjectIntersectionOf and) {
      return and.operands().map(this::noun).collect(Collectors.joining(" and "));
    } else if (expression instanceof OWLObjectUnionOf or) {
      return or.operands().map(this::noun).collect(Collectors.joining(" or "));
    } else if (expression instanceof OWLObjectOneOf one) {
      return one.individuals().map(this::name).collect(Collectors.joining(" or "));
    }
    String predicate = predicate(expression);
    return predicate.isEmpty() ? Manchester.text(expression) : "something that " + predicate;
  }

  private static String article(String label) {
    return (label.matches("(?i)[aeiou].*") && !label.matches("(?i)eu.*|uni.*|one.*") ? "an " : "a ")
        + label;
  }

  // ---- names ----

  private String listed(List<OWLIndividual> individuals) {
    if (individuals.size() <= FEW) {
      return individuals.stream().map(this::name).collect(Collectors.joining(" and "));
    }
    return individuals.stream().limit(2).map(this::name).collect(Collectors.joining(", "))
        + " and "
        + (individuals.size() - 2)
        + " others";
  }

  private String name(OWLIndividual individual) {
    if (individual.isNamed() && individual.toStringID().startsWith("urn:x-entente:some:")) {
      return "something y" + individual.toStringID().replaceAll(".*:", "");
    }
    return Goal.isSample(individual)
        ? "x" + individual.toStringID().replaceAll(".*:", "")
        : term(OwlBridge.node(individual));
  }

  private String entity(OWLEntity entity) {
    return term(OwlBridge.node(entity.getIRI()));
  }

  private String name(OWLDataPropertyExpression property) {
    return entity(property.asOWLDataProperty());
  }

  private String name(OWLObjectPropertyExpression property) {
    return property.isAnonymous()
        ? "the inverse of " + entity(property.getNamedProperty())
        : entity(property.asOWLObjectProperty());
  }

  private String verb(OWLObjectPropertyExpression property) {
    return property.isAnonymous()
        ? "is related in reverse by '" + entity(property.getNamedProperty()) + "' to"
        : verb(entity(property.asOWLObjectProperty()));
  }

  /** A label of a property between subject and object: "partner of" becomes "is a partner of". */
  private static String verb(String label) {
    var words = label.split(" ");
    String first = words[0];
    String last = words[words.length - 1];
    if (VERBS.contains(first) || label.startsWith("<") || label.contains(":")) {
      return label;
    } else if (PREPOSITIONS.contains(first) || last.equals("by")) {
      return "is " + label;
    } else if (first.endsWith("s") && !first.endsWith("ss")) {
      return label;
    } else if (last.equals("in")) {
      return "has " + article(label);
    } else if (last.equals("of")) {
      return "is " + article(label).replaceFirst("^an? part of$", "part of");
    } else if (Stream.of("ed", "bound").anyMatch(first::endsWith)) {
      return "is " + label;
    }
    return words.length == 1 ? label : "has as " + label;
  }
}
