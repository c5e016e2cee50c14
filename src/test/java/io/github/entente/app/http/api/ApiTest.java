// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Server;
import io.github.entente.app.http.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI document says what the server does, and some of the data against known facts. */
class ApiTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static KnowledgeBase kb;
  private static Server server;
  private static JsonObject document;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    kb = KnowledgeBase.bundled();
    server = Server.start(() -> kb, List.of(), Settings.defaults());
    document = JSON.parse(get("openapi.json", Map.of()).body());
  }

  @AfterAll
  static void stop() {
    server.close();
    kb.close();
  }

  private static HttpResponse<String> get(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    String query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path + "?" + query)).build(),
        BodyHandlers.ofString());
  }

  private static JsonObject data(String name, Map<String, String> parameters)
      throws IOException, InterruptedException {
    var response = get("api/" + name, parameters);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  private static JsonObject operation(String path) {
    return document.get("paths").getAsObject().get(path).getAsObject().get("get").getAsObject();
  }

  private static List<JsonObject> parameters(String path) {
    var parameters = new ArrayList<JsonObject>();
    operation(path).get("parameters").getAsArray().forEach(p -> parameters.add(p.getAsObject()));
    return parameters;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString().value();
  }

  @Test
  void everyCallWithItsParametersIsDescribed() {
    var described = new TreeMap<String, Set<String>>();
    for (var path : document.get("paths").getAsObject().keys()) {
      described.put(
          path.replace("/api/", ""),
          parameters(path).stream()
              .map(p -> text(p, "name"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    var served = new TreeMap<String, Set<String>>();
    Api.calls().forEach((name, parameters) -> served.put(name, new TreeSet<>(parameters)));
    assertThat(described).isEqualTo(served).hasSizeGreaterThan(10);
  }

  /** The examples of the document, sent; what comes back is as described, and nothing beside it. */
  @TestFactory
  List<DynamicTest> everyReplyIsAsDescribed() {
    var tests = new ArrayList<DynamicTest>();
    for (var path : document.get("paths").getAsObject().keys()) {
      tests.add(
          DynamicTest.dynamicTest(
              path,
              () -> {
                var examples = new LinkedHashMap<String, String>();
                for (var parameter : parameters(path)) {
                  if (parameter.hasKey("example")) {
                    examples.put(text(parameter, "name"), text(parameter, "example"));
                  }
                }
                var schema =
                    operation(path)
                        .get("responses")
                        .getAsObject()
                        .get("200")
                        .getAsObject()
                        .get("content")
                        .getAsObject()
                        .get("application/json")
                        .getAsObject()
                        .get("schema")
                        .getAsObject();
                var problems = new ArrayList<String>();
                check(data(path.substring(5), examples), schema, path, problems);
                assertThat(problems).isEmpty();
              }));
    }
    return tests;
  }

  /** Read off the Turtle of the module. */
  @Test
  void axiomsAreThoseThatAreStated() throws IOException, InterruptedException {
    var ontology = data("ontology", Map.of());
    assertThat(axioms(ontology, "classes", "entente:ObserverMembership"))
        .contains(
            "ObserverMembership EquivalentTo isObservership Self",
            "ObserverMembership SubClassOf Membership")
        .anyMatch(axiom -> axiom.startsWith("DisjointClasses: "));
    assertThat(axioms(ontology, "properties", "entente:observerOf"))
        .containsExactly("hasMembership o isObservership o inFramework SubPropertyOf: observerOf");
    assertThat(axioms(ontology, "properties", "entente:firstDay"))
        .as("annotations have none")
        .isEmpty();
  }

  private static List<String> axioms(JsonObject ontology, String kind, String id) {
    var axioms = new ArrayList<String>();
    for (var term : ontology.get(kind).getAsArray()) {
      if (text(term.getAsObject(), "id").equals(id)) {
        term.getAsObject()
            .get("axioms")
            .getAsArray()
            .forEach(a -> axioms.add(a.getAsString().value()));
      }
    }
    return axioms;
  }

  @Test
  void anErrorIsAsDescribed() throws IOException, InterruptedException {
    for (var response :
        List.of(
            get("api/ask", Map.of("name", "no-such-question")),
            get("api/overlap", Map.of("as-of", "soon")),
            get("api/overlap", Map.of("day", "2024-04-04")),
            get("api/entity", Map.of("id", "entente:Atlantis")),
            get(
                "api/why",
                Map.of("statement", "entente:Japan entente:fullMemberOf entente:NATO")))) {
      assertThat(response.statusCode()).isBetween(400, 499);
      var problems = new ArrayList<String>();
      var problem = document.get("components").getAsObject().get("schemas").getAsObject();
      check(JSON.parse(response.body()), problem.get("Problem").getAsObject(), "problem", problems);
      assertThat(problems).isEmpty();
    }
  }

  /** As much of JSON Schema as the document uses. */
  private static void check(JsonValue value, JsonObject schema, String at, List<String> problems) {
    if (schema.hasKey("$ref")) {
      String name = text(schema, "$ref").replaceAll("^.*/", "");
      var schemas = document.get("components").getAsObject().get("schemas").getAsObject();
      check(value, schemas.get(name).getAsObject(), at, problems);
    } else if (schema.hasKey("oneOf")) {
      boolean fits = false;
      for (var choice : schema.get("oneOf").getAsArray()) {
        var found = new ArrayList<String>();
        check(value, choice.getAsObject(), at, found);
        fits |= found.isEmpty();
      }
      if (!fits) {
        problems.add(at + ": no choice fits " + value);
      }
    } else {
      checkType(value, schema, at, problems);
    }
  }

  private static void checkType(
      JsonValue value, JsonObject schema, String at, List<String> problems) {
    boolean fits =
        switch (text(schema, "type")) {
          case "string" -> value.isString();
          case "integer" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          case "array" -> value.isArray();
          default -> value.isObject();
        };
    if (!fits) {
      problems.add(at + ": " + value + " is no " + text(schema, "type"));
    } else if (value.isArray()) {
      value
          .getAsArray()
          .forEach(v -> check(v, schema.get("items").getAsObject(), at + "[]", problems));
    } else if (value.isObject()) {
      checkMembers(value.getAsObject(), schema, at, problems);
    }
  }

  private static void checkMembers(
      JsonObject object, JsonObject schema, String at, List<String> problems) {
    if (schema.hasKey("required")) {
      schema
          .get("required")
          .getAsArray()
          .forEach(
              name -> {
                if (!object.hasKey(name.getAsString().value())) {
                  problems.add(at + " lacks " + name);
                }
              });
    }
    var known = schema.hasKey("properties") ? schema.get("properties").getAsObject() : null;
    var others = schema.get("additionalProperties");
    for (var name : object.keys()) {
      if (known != null && known.hasKey(name)) {
        check(object.get(name), known.get(name).getAsObject(), at + "." + name, problems);
      } else if (others != null && others.isObject()) {
        check(object.get(name), others.getAsObject(), at + "." + name, problems);
      } else if (others != null) {
        problems.add(at + " has " + name + ", which is not described");
      }
    }
  }

  /** 32 Allies since March 2024, 31 the day before Sweden; 38 partners, by the parts of NATO. */
  @Test
  void theMatrixHasTheAlliesAndPartners() throws IOException, InterruptedException {
    assertThat(seats(data("overlap", Map.of("as-of", "2024-03-07")), "entente:NATO")).isEqualTo(32);
    assertThat(seats(data("overlap", Map.of("as-of", "2024-03-06")), "entente:NATO")).isEqualTo(31);
    var partners = new TreeSet<String>();
    data("overlap", Map.of("as-of", "2024-04-04"))
        .get("inferred")
        .getAsArray()
        .forEach(
            cell -> {
              if (text(cell.getAsObject(), "framework").equals("entente:NATO")) {
                partners.add(text(cell.getAsObject(), "party"));
              }
            });
    assertThat(partners).hasSize(38).contains("entente:Japan", "entente:Belarus");
  }

  private static int seats(JsonObject overlap, String framework) {
    int seats = 0;
    for (var seat : overlap.get("seats").getAsArray()) {
      seats += seat.getAsArray().get(1).getAsString().value().equals(framework) ? 1 : 0;
    }
    return seats;
  }

  @Test
  void whyEndsAtTheRosterAndThePassage() throws IOException, InterruptedException {
    var why =
        get(
                "api/why",
                Map.of("statement", "entente:Japan entente:seatIn entente:IndoPacificPartners"))
            .body();
    assertThat(why).contains("data/rosters/ip4.ttl", "A2.1.s1");
  }

  /** A file is withdrawn by the path that explanations give it. */
  @Test
  void withoutItsRosterAFrameworkSeatsNobody() throws IOException, InterruptedException {
    var overlap = data("overlap", Map.of("without", "data/rosters/aukus.ttl"));
    assertThat(seats(overlap, "entente:AUKUS")).isZero();
    assertThat(seats(overlap, "entente:FiveEyes")).isEqualTo(5);
  }
}
