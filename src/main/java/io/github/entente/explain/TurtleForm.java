// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * An explanation as provenance: conclusions and statements are entities, each derived from its
 * premises; a statement has its passages and files as primary sources.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
public final class TurtleForm {
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final Resource ENTITY = ResourceFactory.createResource(PROV + "Entity");
  private static final Property DERIVED = ResourceFactory.createProperty(PROV, "wasDerivedFrom");
  private static final Property SOURCE = ResourceFactory.createProperty(PROV, "hadPrimarySource");
  private static final Property LOCATION = ResourceFactory.createProperty(PROV, "atLocation");
  static final Property VALUE = ResourceFactory.createProperty(PROV, "value");

  private final Explanation explanation;
  private final Model model = ModelFactory.createDefaultModel();
  private final Map<Object, Resource> made = new HashMap<>();

  private TurtleForm(Explanation explanation) {
    this.explanation = explanation;
  }

  /** Turtle text. */
  public static String of(Explanation explanation) {
    return text(model(explanation));
  }

  static Model model(Explanation explanation) {
    var form = new TurtleForm(explanation);
    form.fill();
    return form.model;
  }

  static String text(Model model) {
    var out = new StringWriter();
    RDFDataMgr.write(out, model, Lang.TURTLE);
    return out.toString();
  }

  private void fill() {
    model
        .setNsPrefix("prov", PROV)
        .setNsPrefix("rdf", RDF.getURI())
        .setNsPrefix("rdfs", RDFS.getURI());
    var whole = entity("whole", explanation.title());
    for (var way : explanation.cases()) {
      way.pieces().stream()
          .flatMap(piece -> piece.leaves().stream())
          .forEach(number -> whole.addProperty(DERIVED, statement(number)));
      for (var support : way.supports()) {
        for (var justification : support.justifications()) {
          justification.proofs().forEach(proof -> whole.addProperty(DERIVED, step(proof)));
        }
      }
    }
  }

  private Resource entity(Object key, String words) {
    return made.computeIfAbsent(
        key,
        k ->
            model
                .createResource(model.createResource().getId())
                .addProperty(RDF.type, ENTITY)
                .addProperty(VALUE, words));
  }

  private Resource step(Proof proof) {
    if (proof.isStated()) {
      return statement(proof.leaves().get(0));
    }
    boolean known = made.containsKey(proof);
    var step = entity(proof, proof.words());
    if (!known) {
      proof.leaves().forEach(number -> step.addProperty(DERIVED, statement(number)));
      proof.premises().forEach(premise -> step.addProperty(DERIVED, step(premise)));
    }
    return step;
  }

  private Resource statement(int number) {
    boolean known = made.containsKey(number);
    var leaf = explanation.leaf(number);
    var statement = entity(number, leaf.words());
    if (known) {
      return statement;
    }
    for (var triple : leaf.triples()) {
      statement
          .addProperty(RDF.type, RDF.Statement)
          .addProperty(RDF.subject, model.asRDFNode(triple.getSubject()))
          .addProperty(RDF.predicate, model.asRDFNode(triple.getPredicate()))
          .addProperty(RDF.object, model.asRDFNode(triple.getObject()));
    }
    for (var origin : leaf.origins()) {
      statement.addProperty(LOCATION, origin.at());
      for (var stated : origin.passages()) {
        statement.addProperty(SOURCE, model.asRDFNode(stated.passage().name()));
      }
    }
    return statement;
  }
}
