// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/** Facts that names alone can state, as triples. */
final class Facts {
  private Facts() {}

  static List<Triple> triples(OWLAxiom fact) {
    var triples = new ArrayList<Triple>();
    if (fact instanceof OWLClassAssertionAxiom type) {
      triples.add(
          Triple.create(
              OwlBridge.node(type.getIndividual()),
              RDF.type.asNode(),
              OwlBridge.node(type.getClassExpression().asOWLClass().getIRI())));
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value) {
      triples.add(
          Triple.create(
              OwlBridge.node(value.getSubject()),
              OwlBridge.node(value.getProperty().getNamedProperty().getIRI()),
              OwlBridge.node(value.getObject())));
    } else if (fact instanceof OWLDataPropertyAssertionAxiom value) {
      triples.add(
          Triple.create(
              OwlBridge.node(value.getSubject()),
              OwlBridge.node(value.getProperty().asOWLDataProperty().getIRI()),
              OwlBridge.node(value.getObject())));
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      var individuals = same.getIndividualsAsList();
      for (var one : individuals) {
        for (var other : individuals) {
          if (!one.equals(other)) {
            triples.add(
                Triple.create(OwlBridge.node(one), OWL2.sameAs.asNode(), OwlBridge.node(other)));
          }
        }
      }
    }
    return triples;
  }
}
