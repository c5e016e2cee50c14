// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/** What is said of individuals one by one; facts are equal where they say the same. */
sealed interface Fact {
  /** An individual is in a class. */
  record Type(OWLClassExpression of, OWLIndividual individual) implements Fact {}

  /** Two individuals are related. */
  record Edge(OWLObjectProperty by, OWLIndividual from, OWLIndividual to) implements Fact {}

  /** An individual has a value, however its literal is written. */
  record Datum(OWLDataProperty by, OWLIndividual from, Value value) implements Fact {}

  /** Two individuals are one. */
  record Same(OWLIndividual one, OWLIndividual other) implements Fact {
    boolean of(OWLIndividual a, OWLIndividual b) {
      return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
    }
  }

  /**
   * The fact that an assertion states.
   *
   * @throws EntenteException BAD_CERTIFICATE where it is no fact; MALFORMED_LITERAL
   */
  static Fact of(OWLAxiom axiom, DataRanges ranges) {
    if (axiom instanceof OWLClassAssertionAxiom type) {
      return new Type(type.getClassExpression(), type.getIndividual());
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom stated) {
      var edge = stated.getSimplified();
      return new Edge(
          edge.getProperty().asOWLObjectProperty(), edge.getSubject(), edge.getObject());
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom datum) {
      return new Datum(
          datum.getProperty().asOWLDataProperty(),
          datum.getSubject(),
          ranges.value(datum.getObject()));
    } else if (axiom.isOfType(AxiomType.SAME_INDIVIDUAL)) {
      var pair = ((OWLSameIndividualAxiom) axiom).getIndividualsAsList();
      if (pair.size() == 2) {
        return new Same(pair.get(0), pair.get(1));
      }
    }
    throw new EntenteException(
        ErrorCode.BAD_CERTIFICATE, "'" + axiom + "' is no fact about one or two individuals.");
  }

  /** The individuals it is about. */
  default Stream<OWLIndividual> individuals() {
    if (this instanceof Type type) {
      return Stream.of(type.individual());
    } else if (this instanceof Edge edge) {
      return Stream.of(edge.from(), edge.to());
    } else if (this instanceof Datum datum) {
      return Stream.of(datum.from());
    }
    return Stream.of(((Same) this).one(), ((Same) this).other());
  }
}
