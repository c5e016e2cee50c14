// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import io.github.entente.query.Question;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the endpoint says of itself: what it can do, what is in it (VoID, with partitions by class
 * and property), the prefixes that it knows, and the named questions as examples.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 * @see <a href="https://www.w3.org/TR/void/">VoID</a>
 * @see <a href="https://www.w3.org/TR/shacl-af/#SPARQLExecutable">SHACL Advanced Features</a>
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String TARGET = "https://schema.org/target";

  private final boolean updatable;
  private final Settings settings;

  ServiceDescription(boolean updatable, Settings settings) {
    this.updatable = updatable;
    this.settings = settings;
  }

  Graph of(Call call, KnowledgeBase kb) {
    var model = ModelFactory.createDefaultModel();
    String address = call.base() + "/sparql";
    var service = model.createResource(address + "#service");
    var endpoint = model.createResource(address);
    service.addProperty(RDF.type, sd("Service")).addProperty(sdp("endpoint"), endpoint);
    service.addProperty(sdp("supportedLanguage"), sd("SPARQL11Query"));
    if (updatable) {
      service.addProperty(sdp("supportedLanguage"), sd("SPARQL11Update"));
    }
    for (var regime : Regime.values()) {
      service.addProperty(sdp("supportedEntailmentRegime"), model.createResource(regime.iri()));
    }
    service.addProperty(sdp("defaultEntailmentRegime"), resource(settings.regime().iri()));
    for (var format :
        new String[] {
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "RDF_XML",
          "JSON-LD",
          "N-Quads",
          "TriG"
        }) {
      service.addProperty(sdp("resultFormat"), resource(FORMATS + format));
    }
    dataset(model, service, kb);
    var prefixes = prefixes(model, endpoint, kb);
    kb.questions().forEach(question -> example(model, endpoint, prefixes, question));
    return model.getGraph();
  }

  private void dataset(Model model, Resource service, KnowledgeBase kb) {
    var dataset = model.createResource(service.getURI().replace("#service", "#dataset"));
    var byDefault = model.createResource(service.getURI().replace("#service", "#default"));
    service.addProperty(sdp("defaultDataset"), dataset);
    dataset.addProperty(RDF.type, sd("Dataset")).addProperty(sdp("defaultGraph"), byDefault);
    byDefault
        .addProperty(RDF.type, sd("Graph"))
        .addProperty(sdp("entailmentRegime"), resource(settings.regime().iri()));
    statistics(model, byDefault, kb.snapshot(kb.defaultDay()).asserted());
    kb.graphs()
        .forEach(
            (name, graph) -> {
              var one = model.createResource().addProperty(RDF.type, sd("Graph"));
              count(one, "triples", graph.size());
              dataset.addProperty(
                  sdp("namedGraph"),
                  model
                      .createResource()
                      .addProperty(RDF.type, sd("NamedGraph"))
                      .addProperty(sdp("name"), resource(name))
                      .addProperty(sdp("entailmentRegime"), resource(Regime.SIMPLE.iri()))
                      .addProperty(sdp("graph"), one));
            });
  }

  /** Of what is stated on the default day. */
  private static void statistics(Model model, Resource graph, Graph stated) {
    var subjects = new HashSet<Node>();
    var classes = new HashMap<Node, Set<Node>>();
    var properties = new HashMap<Node, Integer>();
    stated
        .find()
        .forEachRemaining(
            triple -> {
              subjects.add(triple.getSubject());
              properties.merge(triple.getPredicate(), 1, Integer::sum);
              if (triple.getPredicate().equals(RDF.type.asNode())) {
                classes
                    .computeIfAbsent(triple.getObject(), k -> new HashSet<>())
                    .add(triple.getSubject());
              }
            });
    graph.addProperty(RDF.type, resource(VOID + "Dataset"));
    count(graph, "triples", stated.size());
    count(graph, "distinctSubjects", subjects.size());
    count(graph, "classes", classes.size());
    count(graph, "properties", properties.size());
    classes.forEach(
        (type, members) -> {
          if (type.isURI()) {
            var part =
                model.createResource().addProperty(iri(VOID + "class"), resource(type.getURI()));
            count(part, "entities", members.size());
            graph.addProperty(iri(VOID + "classPartition"), part);
          }
        });
    properties.forEach(
        (property, n) -> {
          var part =
              model
                  .createResource()
                  .addProperty(iri(VOID + "property"), resource(property.getURI()));
          count(part, "triples", n);
          graph.addProperty(iri(VOID + "propertyPartition"), part);
        });
  }

  private static void count(Resource subject, String property, int n) {
    subject.addLiteral(
        iri(VOID + property), ResourceFactory.createTypedLiteral("" + n, XSDDatatype.XSDinteger));
  }

  private static Resource prefixes(Model model, Resource endpoint, KnowledgeBase kb) {
    var all = model.createResource(endpoint.getURI() + "#prefixes");
    endpoint.addProperty(iri(SH + "prefixes"), all);
    kb.prefixes()
        .getNsPrefixMap()
        .forEach(
            (prefix, namespace) ->
                all.addProperty(
                    iri(SH + "declare"),
                    model
                        .createResource()
                        .addProperty(RDF.type, resource(SH + "PrefixDeclaration"))
                        .addProperty(iri(SH + "prefix"), prefix)
                        .addProperty(
                            iri(SH + "namespace"),
                            ResourceFactory.createTypedLiteral(namespace, XSDDatatype.XSDanyURI))));
    return all;
  }

  private static void example(
      Model model, Resource endpoint, Resource prefixes, Question question) {
    String form = form(question.text());
    model
        .createResource(endpoint.getURI() + "#" + question.name())
        .addProperty(RDF.type, resource(SH + "SPARQLExecutable"))
        .addProperty(RDF.type, resource(SH + "SPARQL" + form + "Executable"))
        .addProperty(RDFS.label, question.question(), "en")
        .addProperty(RDFS.comment, question.summary(), "en")
        .addProperty(iri(SH + form.toLowerCase(Locale.ROOT)), question.text())
        .addProperty(iri(SH + "prefixes"), prefixes)
        .addProperty(iri(TARGET), endpoint);
  }

  private static String form(String text) {
    String code = text.replaceAll("(?m)^\\s*#.*$", "").replaceAll("<[^>]*>|\"[^\"]*\"", "");
    var first = Pattern.compile("(?i)\\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\\b").matcher(code);
    String word = first.find() ? first.group(1).toLowerCase(Locale.ROOT) : "select";
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Resource sd(String name) {
    return resource(SD + name);
  }

  private static Property sdp(String name) {
    return iri(SD + name);
  }

  private static Property iri(String iri) {
    return ResourceFactory.createProperty(iri);
  }

  private static Resource resource(String iri) {
    return ResourceFactory.createResource(iri);
  }
}
