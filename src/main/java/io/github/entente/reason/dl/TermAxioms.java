// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLOntology;

/** The axioms that say what classes and properties are, in Manchester syntax. */
public final class TermAxioms {
  private TermAxioms() {}

  /**
   * The axioms of each named class and property of a graph, in alphabetical order; those without
   * any are left out. Linear in the number of axioms.
   *
   * @throws io.github.entente.model.EntenteException as {@link OwlBridge#of}
   */
  public static Map<Node, List<String>> of(Graph graph) {
    var ontology = OwlBridge.of(graph).ontology();
    var all = new LinkedHashMap<Node, List<String>>();
    Stream.of(
            ontology.classesInSignature(),
            ontology.objectPropertiesInSignature(),
            ontology.dataPropertiesInSignature())
        .flatMap(entities -> entities.map(OWLEntity.class::cast))
        .forEach(
            entity -> {
              var texts =
                  axioms(ontology, entity)
                      .map(axiom -> Manchester.text(axiom.getAxiomWithoutAnnotations()))
                      .distinct()
                      .sorted()
                      .toList();
              if (!texts.isEmpty()) {
                all.put(OwlBridge.node(entity.getIRI()), texts);
              }
            });
    return all;
  }

  private static Stream<? extends OWLAxiom> axioms(OWLOntology ontology, OWLEntity entity) {
    if (entity.isOWLClass()) {
      return ontology.axioms(entity.asOWLClass());
    } else if (entity.isOWLDataProperty()) {
      return ontology.axioms(entity.asOWLDataProperty());
    }
    var property = entity.asOWLObjectProperty();
    var axioms = new ArrayList<OWLAxiom>();
    ontology.axioms(property).forEach(axioms::add);
    ontology
        .axioms(AxiomType.SUB_PROPERTY_CHAIN_OF)
        .filter(chain -> chain.getSuperProperty().equals(property))
        .forEach(axioms::add);
    return axioms.stream();
  }
}
