// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLDatatypeDefinitionAxiom;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * The datatypes that can be reasoned with: those of the OWL 2 datatype map, and those that the
 * ontology defines.
 *
 * @see <a href="https://www.w3.org/TR/owl2-syntax/#Datatype_Maps">OWL 2, 4: Datatype Maps</a>
 */
public final class Datatypes {
  private Datatypes() {}

  /**
   * Refuses datatypes that are neither built in nor defined.
   *
   * @throws EntenteException {@link ErrorCode#UNSUPPORTED_DATATYPE} naming datatype and axiom
   */
  public static void refuseUnsupported(Collection<? extends OWLAxiom> axioms) {
    Set<OWLDatatype> defined =
        axioms.stream()
            .filter(axiom -> axiom.isOfType(AxiomType.DATATYPE_DEFINITION))
            .map(axiom -> ((OWLDatatypeDefinitionAxiom) axiom).getDatatype())
            .collect(Collectors.toSet());
    for (var axiom : axioms) {
      axiom
          .datatypesInSignature()
          .filter(datatype -> !supported(datatype) && !defined.contains(datatype))
          .findFirst()
          .ifPresent(
              datatype -> {
                throw new EntenteException(
                    ErrorCode.UNSUPPORTED_DATATYPE,
                    "The datatype "
                        + datatype.getIRI()
                        + " is not in the OWL 2 datatype map and not defined; it is used in: "
                        + Manchester.text(axiom)
                        + ". Make the property an annotation property, or use a datatype of the map"
                        + " (xsd:dateTime with a time zone for dates).");
              });
    }
  }

  /** Whether the datatype of that IRI is in the OWL 2 datatype map. */
  public static boolean inTheMap(String iri) {
    return OWL2Datatype.isBuiltIn(IRI.create(iri));
  }

  private static boolean supported(OWLDatatype datatype) {
    return datatype.isBuiltIn() && OWL2Datatype.isBuiltIn(datatype.getIRI())
        || datatype.isTopDatatype();
  }
}
