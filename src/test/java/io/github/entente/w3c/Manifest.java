// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/** Reads the manifests of the W3C SPARQL tests. */
final class Manifest {
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

  /**
   * One test.
   *
   * @param folder name of its manifest's folder
   * @param name local name of its IRI
   * @param iri its IRI
   * @param type local name of its type, such as {@code QueryEvaluationTest}
   * @param query URL of the query
   * @param data URLs of the default graph
   * @param graphs URLs of the named graphs
   * @param regimes local names of the regimes, such as {@code RDFS}
   * @param result URL of the expected result
   * @param lax whether each expected row may come fewer times than the result has it
   */
  record Case(
      String folder,
      String name,
      String iri,
      String type,
      Optional<String> query,
      List<String> data,
      List<String> graphs,
      Set<String> regimes,
      Optional<String> result,
      boolean lax) {
    @Override
    public String toString() {
      return folder + "/" + name;
    }
  }

  private Manifest() {}

  /** The tests of a manifest and of those it includes. */
  static List<Case> read(String url) {
    var cases = new ArrayList<Case>();
    var model = RDFDataMgr.loadModel(url);
    for (var include : objects(model, "include")) {
      cases.addAll(read(include.asResource().getURI()));
    }
    for (var entry : objects(model, "entries")) {
      parse(url, entry.asResource()).ifPresent(cases::add);
    }
    return cases;
  }

  private static List<RDFNode> objects(Model model, String property) {
    return model
        .listObjectsOfProperty(ResourceFactory.createProperty(MF, property))
        .toList()
        .stream()
        .flatMap(node -> node.as(RDFList.class).asJavaList().stream())
        .toList();
  }

  private static Optional<Case> parse(String url, Resource test) {
    if (!test.hasProperty(RDF.type)) {
      return Optional.empty();
    }
    var folders = url.split("/");
    var action = test.getPropertyResourceValue(ResourceFactory.createProperty(MF, "action"));
    boolean plain = action != null && action.isURIResource();
    var query =
        plain ? Optional.of(action.getURI()) : urls(action, QT, "query").stream().findFirst();
    String iri = test.getURI();
    return Optional.of(
        new Case(
            folders[folders.length - 2],
            iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1),
            iri,
            test.getPropertyResourceValue(RDF.type).getLocalName(),
            query,
            plain ? List.of() : urls(action, QT, "data"),
            plain ? List.of() : urls(action, QT, "graphData"),
            plain ? Set.of() : regimes(action),
            urls(test, MF, "result").stream().findFirst(),
            test.hasProperty(ResourceFactory.createProperty(MF, "resultCardinality"))));
  }

  private static List<String> urls(Resource subject, String namespace, String name) {
    if (subject == null) {
      return List.of();
    }
    return subject.listProperties(ResourceFactory.createProperty(namespace, name)).toList().stream()
        .map(s -> s.getObject())
        .filter(RDFNode::isURIResource)
        .map(n -> n.asResource().getURI())
        .sorted()
        .toList();
  }

  private static Set<String> regimes(Resource action) {
    var found = new LinkedHashSet<String>();
    if (action == null) {
      return found;
    }
    action
        .listProperties(ResourceFactory.createProperty(SD, "entailmentRegime"))
        .forEachRemaining(
            s -> {
              var node = s.getObject();
              var nodes =
                  node.isURIResource() ? List.of(node) : node.as(RDFList.class).asJavaList();
              nodes.forEach(n -> found.add(n.asResource().getURI().replaceAll(".*/", "")));
            });
    return found;
  }
}
