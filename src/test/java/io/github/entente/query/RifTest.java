// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static io.github.entente.reason.rif.RifDocuments.all;
import static io.github.entente.reason.rif.RifDocuments.atom;
import static io.github.entente.reason.rif.RifDocuments.constant;
import static io.github.entente.reason.rif.RifDocuments.document;
import static io.github.entente.reason.rif.RifDocuments.equal;
import static io.github.entente.reason.rif.RifDocuments.frame;
import static io.github.entente.reason.rif.RifDocuments.function;
import static io.github.entente.reason.rif.RifDocuments.member;
import static io.github.entente.reason.rif.RifDocuments.rule;
import static io.github.entente.reason.rif.RifDocuments.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.KnowledgeBaseBuilder;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules in RIF Core under rif and owl-direct; what is expected was worked out by hand. */
class RifTest {
  private static final String PREFIXES =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix rif: <http://www.w3.org/2007/rif#> .
      @prefix ent: <http://www.w3.org/ns/entailment/> .
      """;

  private static final String DECLARED =
      """
      :party a owl:ObjectProperty . :ally a owl:ObjectProperty . :partner a owl:ObjectProperty .
      :ships a owl:DatatypeProperty . :code a owl:DatatypeProperty .
      :DefencePact a owl:Class . :Friend a owl:Class . :State a owl:Class . :Ally a owl:Class .
      :Treaty a owl:Class .
      """;

  private static final String FACTS =
      """
      :Syldavia a owl:NamedIndividual, :State ; :party :BluePact ; :ships 12 ; :code "SY" .
      :Borduria a owl:NamedIndividual, :State ; :party :BluePact ; :ships 7 ; :code "BO" .
      :Ruritania a owl:NamedIndividual, :State ; :party :GreyPact ; :ships 0 ; :code "RU" .
      :BluePact a owl:NamedIndividual, :DefencePact .
      :GreyPact a owl:NamedIndividual, :Treaty .
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private KnowledgeBaseBuilder data(String turtle) throws IOException {
    return KnowledgeBase.builder().data(write("data.ttl", PREFIXES + turtle));
  }

  private KnowledgeBase with(String rif) throws IOException {
    return data(DECLARED + FACTS).rules(write("rules.rif", rif)).build();
  }

  private static Set<String> rows(KnowledgeBase kb, Regime regime, String pattern) {
    return kb
        .query("PREFIX : <http://example.org/> SELECT * { " + pattern + " }")
        .regime(regime)
        .run()
        .rows()
        .stream()
        .map(
            row ->
                row.terms().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> text(e.getValue()))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Node node) {
    return node.isLiteral()
        ? node.getLiteralLexicalForm()
        : node.isBlank() ? "_" : node.getURI().replace("http://example.org/", "");
  }

  @ParameterizedTest
  @EnumSource(
      value = Regime.class,
      names = {"RIF", "OWL_DIRECT"})
  void frameMemberAndOrExistsAndFactsGiveTheSameUnderBothRegimes(Regime regime) throws IOException {
    var rules =
        Path.of(System.getProperty("entente.basedir", "."), "src/test/resources/rif/alliances.rif");
    try (var kb = data(DECLARED + FACTS).rules(rules).build()) {
      assertThat(rows(kb, regime, "?a :ally ?b"))
          .containsExactlyInAnyOrder(
              "Borduria Borduria", "Borduria Syldavia", "Syldavia Borduria", "Syldavia Syldavia");
      assertThat(rows(kb, regime, "?a a :Friend")).containsExactly("Borduria", "Syldavia");
      assertThat(rows(kb, regime, ":Ruritania :partner ?a")).containsExactly("Borduria");
      assertThat(rows(kb, Regime.SIMPLE, "?a :ally ?b")).isEmpty();
      assertThat(rows(kb, Regime.RDFS, "?a :ally ?b")).isEmpty();
      var answers = kb.query("SELECT ?a { ?a a <http://example.org/Friend> }").regime(regime).run();
      assertThat(answers.guarantee().sound()).isTrue();
      assertThat(answers.guarantee().complete()).isTrue();
    }
  }

  /** The same rules, written by hand for Jena's engine. */
  @Test
  void theRulesOfTheFileDeriveWhatJenaDerivesOfThem() throws IOException {
    var rules =
        Path.of(System.getProperty("entente.basedir", "."), "src/test/resources/rif/alliances.rif");
    var ns = "http://example.org/";
    var byHand =
        Rule.parseRules(
            """
            [(?a NS:party ?p) (?b NS:party ?p) (?p rdf:type NS:DefencePact) -> (?a NS:ally ?b)]
            [(?a NS:ally ?b) -> (?b rdf:type NS:Friend)]
            [(?a NS:partner ?b) -> (?b rdf:type NS:Friend)]
            [-> (NS:Ruritania NS:partner NS:Borduria)]
            """
                .replace("NS:", ns));
    try (var kb = data(DECLARED + FACTS).rules(rules).build()) {
      var model = RDFDataMgr.loadModel(folder.resolve("data.ttl").toString());
      var expected = ModelFactory.createInfModel(new GenericRuleReasoner(byHand), model);
      var found =
          kb.query("SELECT * { ?s ?p ?o }").regime(Regime.RIF).run().rows().stream()
              .map(r -> r.terms().get("s") + " " + r.terms().get("p") + " " + r.terms().get("o"))
              .collect(Collectors.toSet());
      var wanted =
          expected.listStatements().toList().stream()
              .map(s -> s.asTriple())
              .map(t -> t.getSubject() + " " + t.getPredicate() + " " + t.getObject())
              .collect(Collectors.toSet());
      assertThat(wanted).hasSizeGreaterThan(30);
      assertThat(found).isEqualTo(wanted);
    }
  }

  @Test
  void builtInsCompareComputeAndGuard() throws IOException {
    var rif =
        document(
            rule(
                "x n",
                frame("?x", "fleet", function("numeric-multiply", "?n", "2.50")),
                frame("?x", "ships", "?n"),
                test("numeric-greater-than", "?n", "5")),
            rule(
                "x c",
                frame("?x", "name", function("concat", "?c", "'-'", function("lower-case", "?c"))),
                frame("?x", "code", "?c"),
                test("starts-with", "?c", "'S'")),
            rule(
                "x v y",
                frame("?x", "wordOf", "?y"),
                frame("?x", "?v", "?y"),
                test("is-literal-string", "?y")),
            rule(
                "x v y",
                frame("?x", "numberOf", "?y"),
                frame("?x", "?v", "?y"),
                test("is-literal-not-string", "?y")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, "?x :fleet ?y"))
          .containsExactlyInAnyOrder("Syldavia 30", "Borduria 17.5");
      assertThat(rows(kb, Regime.RIF, "?x :name ?y")).containsExactly("Syldavia SY-sy");
      assertThat(rows(kb, Regime.RIF, "?x :wordOf ?y"))
          .containsExactlyInAnyOrder(
              "Syldavia SY", "Borduria BO", "Ruritania RU", "Syldavia SY-sy");
      assertThat(rows(kb, Regime.RIF, "?x :numberOf ?y"))
          .containsExactlyInAnyOrder(
              "Syldavia 12", "Borduria 7", "Ruritania 0", "Syldavia 30", "Borduria 17.5");
    }
  }

  @Test
  void atomsOfAnyArityCarryFromRuleToRuleAndAreNoTriples() throws IOException {
    var rif =
        document(
            rule(
                "x p n",
                atom("inPact", "?x", "?p", "?n"),
                frame("?x", "party", "?p"),
                frame("?x", "ships", "?n")),
            rule(
                "x",
                atom("small", "?x"),
                atom("inPact", "?x", "?p1", "7")
                    .replace(
                        "<Var>p1</Var>",
                        constant("http://www.w3.org/2007/rif#iri", "http://example.org/BluePact"))),
            rule("x", frame("?x", "a", "Small"), atom("small", "?x"), atom("always")),
            atom("always"));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, "?x a :Small")).containsExactly("Borduria");
      assertThat(rows(kb, Regime.RIF, "?x ?p ?o FILTER(STRSTARTS(STR(?p), 'urn:'))")).isEmpty();
      assertThat(rows(kb, Regime.RIF, "?x :small ?y")).isEmpty();
      assertThatThrownBy(() -> rows(kb, Regime.OWL_DIRECT, "?x a :State"))
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_RULE))
          .hasMessageContaining("rules.rif:2")
          .hasMessageContaining("--regime rif");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Regime.class,
      names = {"RIF", "OWL_DIRECT"})
  void equalitiesInConditionsBindAndCompare(Regime regime) throws IOException {
    var rif =
        document(
            rule(
                "x y",
                frame("?y", "a", "Friend"),
                frame("?x", "party", "GreyPact"),
                equal("?x", "?y")),
            rule(
                "x y",
                frame("?x", "partner", "?y"),
                frame("?x", "party", "BluePact"),
                equal("?y", "Ruritania")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, regime, "?x a :Friend")).containsExactly("Ruritania");
      assertThat(rows(kb, regime, "?x :partner ?y"))
          .containsExactlyInAnyOrder("Borduria Ruritania", "Syldavia Ruritania");
    }
  }

  @Test
  void constantsAreComparedByValueAndLocalOnesStayLocal() throws IOException {
    var plain = constant("http://www.w3.org/1999/02/22-rdf-syntax-ns#PlainLiteral", "Pakt@de");
    var rif =
        document(
            frame("_someone", "ships", "007"),
            frame("BluePact", "title", plain),
            rule("x", frame("?x", "a", "Seven"), frame("?x", "ships", "7.0")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, "?x a :Seven")).containsExactly("Borduria", "_");
      assertThat(rows(kb, Regime.RIF, ":BluePact :title ?x FILTER(LANG(?x) = 'de')"))
          .containsExactly("Pakt");
    }
  }

  @Test
  void theProfileSaysWhatElseFollows() throws IOException {
    write("rules.rif", document(rule("x", frame("?x", "a", "Friend"), frame("?x", "a", "Ally"))));
    for (var profile : Set.of("Simple", "RDF", "RDFS", "D", "OWL-Direct")) {
      var turtle =
          "<rules.rif> rif:usedWithProfile ent:%s . :Brother rdfs:subClassOf :Ally . :A a :Brother ."
              .formatted(profile);
      try (var kb = data(turtle).build()) {
        var expected = profile.equals("Simple") || profile.equals("RDF") ? Set.of() : Set.of("A");
        assertThat(rows(kb, Regime.RIF, "?x a :Friend")).as(profile).isEqualTo(expected);
        var answers = kb.query("ASK { ?s ?p ?o }").regime(Regime.RIF).run();
        assertThat(answers.guarantee().complete()).isEqualTo(!profile.equals("OWL-Direct"));
      }
    }
  }

  @Test
  void underOwlDirectRulesMeetWhatOnlyAxiomsEntail() throws IOException {
    var rif = document(rule("x", frame("?x", "a", "Friend"), member("?x", "Ally")));
    var turtle =
        DECLARED
            + """
            :Ally owl:equivalentClass [ a owl:Restriction ; owl:onProperty :party ;
              owl:someValuesFrom [ a owl:Class ; owl:unionOf ( :DefencePact :Treaty ) ] ] .
            """
            + FACTS;
    try (var kb = data(turtle).rules(write("rules.rif", rif)).build()) {
      assertThat(rows(kb, Regime.OWL_DIRECT, "?x a :Friend"))
          .containsExactly("Borduria", "Ruritania", "Syldavia");
      assertThat(rows(kb, Regime.RIF, "?x a :Friend")).isEmpty();
    }
  }

  @Test
  void rulesThatCountOnWithoutEndAreStoppedAndSayIt() throws IOException {
    var rif =
        document(
            rule(
                "x n",
                frame("?x", "ships", function("numeric-add", "?n", "1")),
                frame("?x", "party", "GreyPact"),
                frame("?x", "ships", "?n")));
    try (var kb = with(rif)) {
      var answers =
          kb.query("ASK { <http://example.org/Ruritania> <http://example.org/ships> 100 }")
              .regime(Regime.RIF)
              .run();
      assertThat(answers.truth()).isTrue();
      assertThat(answers.guarantee().sound()).isTrue();
      assertThat(answers.guarantee().complete()).isFalse();
      assertThat(answers.guarantee().toString()).contains("without end");
    }
  }

  /** The factorial of the W3C's own tests has no end; 6! = 720. */
  @Test
  void factorialsAreStoppedBeforeTheyGrowTooLong() throws IOException {
    var rif =
        document(
            atom("factorial", "0", "1"),
            rule(
                "n f n1 f1",
                atom("factorial", "?n", "?f"),
                atom("factorial", "?n1", "?f1"),
                equal("?n", function("numeric-add", "?n1", "1")),
                equal("?f", function("numeric-multiply", "?n", "?f1"))),
            rule("f", frame("Six", "factorialOf", "?f"), atom("factorial", "6", "?f")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, ":Six :factorialOf ?f")).containsExactly("720");
      assertThat(kb.query("ASK { ?s ?p ?o }").regime(Regime.RIF).run().guarantee().complete())
          .isFalse();
    }
  }

  @Test
  void recursionThatAGuardEndsIsComplete() throws IOException {
    var rif =
        document(
            rule(
                "x n",
                frame("?x", "ships", function("numeric-add", "?n", "1")),
                frame("?x", "ships", "?n"),
                test("numeric-less-than", "?n", "15")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, ":Syldavia :ships ?n"))
          .containsExactly("12", "13", "14", "15");
      assertThat(kb.query("ASK { ?s ?p ?o }").regime(Regime.RIF).run().guarantee().complete())
          .isTrue();
    }
  }

  @Test
  void importsAreTakenFromWhatIsGiven() throws IOException {
    var rif =
        document(rule("x", frame("?x", "a", "Friend"), frame("?x", "a", "Ally")))
            .replace(
                "<payload>",
                "<directive><Import><location>http://elsewhere.example/facts</location>"
                    + "<profile>http://www.w3.org/ns/entailment/RDFS</profile></Import></directive><payload>");
    var rules = write("rules.rif", rif);
    var builder = data(":Brother rdfs:subClassOf :Ally .").rules(rules);
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_NOT_FOUND))
        .hasMessageContaining("rules.rif:1")
        .hasMessageContaining("<http://elsewhere.example/facts>")
        .hasMessageContaining("--data");
    write("facts.ttl", PREFIXES + ":A a :Brother .");
    try (var kb = builder.data(folder.resolve("facts.ttl")).build()) {
      assertThat(rows(kb, Regime.RIF, "?x a :Friend")).containsExactly("A");
    }
  }

  @Test
  void documentsOfRulesImportEachOtherAndMissingOnesAreNamed() throws IOException {
    write("base.rif", document(rule("x", frame("?x", "a", "Friend"), frame("?x", "a", "Ally"))));
    var importing =
        document(rule("x", frame("?x", "a", "Ally"), frame("?x", "party", "GreyPact")))
            .replace(
                "<payload>",
                "<directive><Import><location>base.rif</location></Import></directive><payload>");
    try (var kb = with(importing)) {
      assertThat(rows(kb, Regime.RIF, "?x a :Friend")).containsExactly("Ruritania");
      assertThat(rows(kb, Regime.OWL_DIRECT, "?x a :Friend")).containsExactly("Ruritania");
    }
    assertThatThrownBy(() -> data("<gone.rif> rif:usedWithProfile ent:Simple .").build())
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_NOT_FOUND))
        .hasMessageContaining("gone.rif")
        .hasMessageContaining("--rules");
  }

  @Test
  void dataLeadToNoFileOutsideTheirFolders() throws IOException {
    write("rules.rif", document(frame("A", "a", "Friend")));
    var inner = Files.createDirectory(folder.resolve("inner"));
    var data =
        Files.writeString(
            inner.resolve("data.ttl"),
            PREFIXES + "<../rules.rif> rif:usedWithProfile ent:Simple .");
    assertThatThrownBy(() -> KnowledgeBase.of(data))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_NOT_FOUND))
        .hasMessageContaining("--rules");
    var given = KnowledgeBase.builder().data(data).rules(folder.resolve("rules.rif"));
    try (var kb = given.build()) {
      assertThat(rows(kb, Regime.RIF, "?x a :Friend")).containsExactly("A");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frame(?x party ?y) -> member(?x Friend)   | 'Member' in the conclusion    | rdf:type
          frame(?x party ?y) -> equal(?x ?y)        | 'Equal' in the conclusion     | owl:sameAs
          frame(?x party ?y) -> frame(?x ally ?z)   | nothing gives a value to ?z   | in each branch
          or(?x ?y) -> frame(?x ally ?y)            | nothing gives a value to ?y   | in each branch
          test(?z) -> frame(?x ally ?z)             | nothing gives a value to ?x, ?z | in each branch
          frame(?x party ?u) -> frame(?x a Friend)  | ?u is not declared            | Forall or Exists
          naf -> frame(?x a Friend)                 | 'Naf' is no condition         | FILTER NOT EXISTS
          subclass -> frame(?x a Friend)            | 'Subclass' is no condition    | rdfs:subClassOf
          list -> frame(?x a Friend)                | lists are not taken           | frames
          named -> frame(?x a Friend)               | arguments with names          | Frame
          unknown -> frame(?x a Friend)             | there is no predicate         | numeric-equal
          badconst -> frame(?x a Friend)            | is no literal of              | Mend
          """)
  void whatIsNotSafeRifCoreIsRefusedWithPlaceAndRemedy(String rule, String what, String remedy)
      throws IOException {
    var parts = rule.split(" -> ");
    var rif =
        document(
            frame("A", "party", "B"),
            rule("x y z", formula(parts[1].strip()), formula(parts[0].strip())));
    var path = write("wrong.rif", rif);
    assertThatThrownBy(() -> data(DECLARED).rules(path).build())
        .isInstanceOfSatisfying(
            EntenteException.class,
            e -> assertThat(e.code()).isIn(ErrorCode.REFUSED_RULE, ErrorCode.MALFORMED_LITERAL))
        .hasMessageContaining("wrong.rif:3: ")
        .hasMessageContaining(what)
        .hasMessageContaining(remedy);
  }

  private static String formula(String text) {
    var words = text.replaceAll("[()]", " ").strip().split(" +");
    return switch (words[0]) {
      case "frame" -> frame(words[1], words[2], words[3]);
      case "member" -> member(words[1], words[2]);
      case "equal" -> equal(words[1], words[2]);
      case "or" -> all("Or", frame("?x", "party", "?y"), frame("?x", "party", "BluePact"));
      case "test" -> test("numeric-less-than", "?z", "3");
      case "naf" -> "<Naf><formula>" + frame("?x", "party", "?y") + "</formula></Naf>";
      case "subclass" -> "<Subclass/>";
      case "list" -> frame("?x", "party", "<List/>");
      case "named" ->
          "<Atom><op>"
              + constant("http://www.w3.org/2007/rif#iri", "http://e.org/p")
              + "</op><slot ordered=\"yes\"/></Atom>";
      case "unknown" -> test("list-contains", "?x", "?y");
      default -> frame("?x", "ships", constant("http://www.w3.org/2001/XMLSchema#integer", "many"));
    };
  }

  @Test
  void entitiesOfTheOutsideAndBombsAreRefused() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    var outside =
        "<!DOCTYPE Document [<!ENTITY x SYSTEM \"secret.txt\">]>"
            + document(frame("A", "code", "'&x;'"));
    var bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    bomb.append("]>").append(document(frame("A", "code", "'&e29;'")));
    for (var text : Set.of(outside, bomb.toString())) {
      var path = write("evil.rif", text);
      assertThatThrownBy(() -> data(DECLARED).rules(path).build())
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_FILE))
          .hasMessageContaining("evil.rif:");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frame(?x flag ?y)    | not declared as an object or data property
          frame(?x a Unknown)  | not declared as a class
          frame(?x ?y ?z)      | a variable stands for a property
          frame(?x ally ?z)    | a variable stands for an individual in one place
          """)
  void whatIsNoClassOrPropertyIsRefusedUnderOwlDirectOnly(String conclusion, String what)
      throws IOException {
    var rif =
        document(
            rule(
                "x y z",
                formula(conclusion.strip()),
                frame("?x", "party", "?y"),
                frame("?x", "ships", "?z")));
    try (var kb = with(rif)) {
      assertThat(rows(kb, Regime.RIF, "?x a :State")).hasSize(3);
      assertThatThrownBy(() -> rows(kb, Regime.OWL_DIRECT, "?x a :State"))
          .hasMessageContaining("rules.rif:2")
          .hasMessageContaining(what)
          .hasMessageContaining("--regime rif");
    }
  }
}
