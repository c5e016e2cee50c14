// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.NO_FOREIGN;
import static io.github.entente.source.Fixtures.assertRefused;
import static io.github.entente.source.Fixtures.bytes;
import static io.github.entente.source.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
  private static final String TURTLE =
      """
      @prefix : <http://example.org/> .
      :a :p :b ; :q [ :r "ä (x"@de , 1 ] .
      """;
  private static final String N_TRIPLES =
      """
      <http://example.org/a> <http://example.org/p> <http://example.org/b> .
      <http://example.org/a> <http://example.org/q> _:x .
      _:x <http://example.org/r> "ä (x"@de .
      _:x <http://example.org/r> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
      """;
  private static final String RDF_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE rdf:RDF [ <!ENTITY xsd "http://www.w3.org/2001/XMLSchema#"> ]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://example.org/">
        <rdf:Description rdf:about="http://example.org/a">
          <p rdf:resource="http://example.org/b"/>
          <q rdf:parseType="Resource">
            <r xml:lang="de">ä (x</r>
            <r rdf:datatype="&xsd;integer">1</r>
          </q>
        </rdf:Description>
      </rdf:RDF>
      """;
  private static final String JSON_LD =
      """
      {
        "@context": { "@vocab": "http://example.org/" },
        "@id": "http://example.org/a",
        "p": { "@id": "http://example.org/b" },
        "q": { "r": [ { "@value": "ä (x", "@language": "de" }, 1 ] }
      }
      """;

  @TempDir Path folder;

  static Stream<Arguments> syntaxes() {
    return Stream.of(
        Arguments.of("a.ttl", TURTLE),
        Arguments.of("a.TTL", TURTLE),
        Arguments.of("a.trig", TURTLE),
        Arguments.of("a.nt", N_TRIPLES),
        Arguments.of("a.nq", N_TRIPLES),
        Arguments.of("a.rdf", RDF_XML),
        Arguments.of("a.xml", RDF_XML),
        Arguments.of("a.owl", RDF_XML),
        Arguments.of("a.owl", "# a comment\n" + TURTLE),
        Arguments.of("a.owl", N_TRIPLES),
        Arguments.of("a.owl", JSON_LD),
        Arguments.of("a.owl", "\uFEFF" + RDF_XML),
        Arguments.of("a.ttl", "\uFEFF" + TURTLE),
        Arguments.of("a.jsonld", JSON_LD));
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void eachSyntaxGivesTheSameTriples(String name, String text) {
    var expected = read("expected.ttl", TURTLE).graph();
    assertThat(expected.size()).isEqualTo(4);
    assertThat(read(name, text).graph().isIsomorphicWith(expected)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void eachSyntaxMayBePacked(String name, String text) throws IOException {
    var file = write(folder, name + ".gz", gzip(text));
    assertThat(only(Documents.read(file, NO_FOREIGN)).graph().size()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void standardInputIsToldByItsContent(String name, String text) {
    var document = Documents.read("urn:stdin", "standard input", bytes(text), NO_FOREIGN);
    assertThat(document.graph().size()).isEqualTo(4);
  }

  static Stream<Arguments> foreign() {
    var owlXml =
        """
        <?xml version="1.0"?>
        <!-- rdf:RDF is another -->
        <Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="http://example.org/o"/>
        """;
    var functional = "# note\nPrefix(:=<http://example.org/>)\nOntology(<http://example.org/o>)\n";
    var manchester = "Prefix: : <http://example.org/>\nOntology: <http://example.org/o>\n";
    return Stream.of(
        Arguments.of("a.owx", owlXml),
        Arguments.of("a.owl", owlXml),
        Arguments.of("a.xml", owlXml),
        Arguments.of("a.ofn", functional),
        Arguments.of("a.fss.owl", functional),
        Arguments.of("a.omn", manchester),
        Arguments.of("a.owl", manchester));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void foreignSyntaxesAreHandedOn(String name, String text) {
    var given = read("given.ttl", TURTLE).graph();
    var calls = new ArrayList<String>();
    ForeignSyntax reader =
        (base, location, bytes) -> {
          calls.add(base + " " + location + " " + bytes.length);
          return given;
        };
    var file = write(folder, name, text);
    var document = only(Documents.read(file, reader));
    assertThat(calls).containsExactly(document.graphName() + " " + file + " " + bytes(text).length);
    assertThat(document.graph().isIsomorphicWith(given)).isTrue();
  }

  @Test
  void foreignGraphIsCheckedForLiterals() {
    var bad = GraphFactory.createGraphMem();
    bad.add(
        Fixtures.node("a"),
        Fixtures.node("p"),
        NodeFactory.createLiteralDT("soon", XSDDatatype.XSDdate));
    var file = write(folder, "a.ofn", "Ontology()");
    assertRefused(ErrorCode.MALFORMED_LITERAL, () -> Documents.read(file, (base, at, bytes) -> bad))
        .contains("a.ofn", "soon");
  }

  @Test
  void documentIsNamedByItsPathAndKnownByItsDigest() {
    var file = write(folder, "with space.ttl", "<> <#p> <other> .");
    var document = only(Documents.read(file, NO_FOREIGN));
    assertThat(document.graphName()).isEqualTo(file.toUri().toString()).contains("with%20space");
    assertThat(document.location()).isEqualTo(file.toString());
    assertThat(document.sha256())
        .isEqualTo("2fc84cb04565ef74474e021943454bbecfd2e8a7fe2fa09d3ae5493db7e8c4a4");
    var triple = document.graph().find().next();
    assertThat(triple.getSubject().getURI()).isEqualTo(document.graphName());
    assertThat(triple.getObject().getURI()).endsWith("/other");
  }

  @Test
  void namedGraphsAreKeptApart() {
    var text =
        """
        PREFIX : <http://example.org/>
        :a :p :b .
        GRAPH :g { :a :p :c . }
        _:h { :a :p :d . }
        """;
    var document = read("a.trig", text);
    assertThat(document.graph().size()).isOne();
    assertThat(document.namedGraphs()).hasSize(2).containsKey("http://example.org/g");
    assertThat(document.namedGraphs().keySet()).anyMatch(name -> name.startsWith("_:"));
    assertThat(document.namedGraphs().values()).allMatch(graph -> graph.size() == 1);
  }

  @Test
  void namedGraphsOfJsonLdAreKeptApart() {
    var text =
        """
        { "@id": "http://example.org/g",
          "@graph": [ { "@id": "http://example.org/a", "http://example.org/p": 1 } ] }
        """;
    var document = read("a.jsonld", text);
    assertThat(document.graph().isEmpty()).isTrue();
    assertThat(document.namedGraphs().get("http://example.org/g").size()).isOne();
  }

  @Test
  void tripleTermsAreAllowed() {
    var text =
        """
        PREFIX : <http://example.org/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        :r rdf:reifies <<( :a :p :b )>> .
        """;
    var graph = read("a.ttl", text).graph();
    assertThat(graph.find().next().getObject().isTripleTerm()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("blankNodes")
  void blankNodesOfTwoDocumentsAreNeverTheSame(String name, String text) {
    var one = read("one/" + name, text).graph();
    var two = read("two/" + name, text).graph();
    assertThat(blankNode(one)).isNotEqualTo(blankNode(two));
  }

  static Stream<Arguments> blankNodes() {
    return Stream.of(
        Arguments.of("a.ttl", "_:x <urn:p> 1 ."),
        Arguments.of("a.nt", "_:x <urn:p> \"1\" ."),
        Arguments.of("a.rdf", RDF_XML),
        Arguments.of("a.jsonld", "{ \"@id\": \"_:x\", \"urn:p\": 1 }"));
  }

  private static Node blankNode(Graph graph) {
    return graph.find().mapWith(triple -> triple.getSubject()).filterKeep(Node::isBlank).next();
  }

  @Test
  void folderIsReadInOrderAndHiddenOrOtherFilesAreNot() {
    write(folder, "b/z.ttl", TURTLE);
    write(folder, "b/a.nt", N_TRIPLES);
    write(folder, "a.rdf", RDF_XML);
    write(folder, "c.txt", "no RDF");
    write(folder, "pom.xml", "<project/>");
    write(folder, "catalog-v001.xml", ImportsTest.catalogue("urn:x", "x.ttl"));
    write(folder, ".hidden.ttl", "no Turtle");
    write(folder, ".git/x.ttl", "no Turtle");
    assertThat(Documents.read(folder, NO_FOREIGN))
        .extracting(document -> folder.relativize(Path.of(document.location())).toString())
        .containsExactly(
            "a.rdf", Path.of("b", "a.nt").toString(), Path.of("b", "z.ttl").toString());
  }

  @Test
  void folderThatLinksToItselfIsReadOnce() throws IOException {
    write(folder, "a.ttl", TURTLE);
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertThat(Documents.read(folder, NO_FOREIGN)).hasSize(1);
  }

  @Test
  void folderWithoutDocumentsIsRefused() {
    write(folder, "a.txt", "");
    assertRefused(ErrorCode.FILE_NOT_FOUND, () -> Documents.read(folder, NO_FOREIGN))
        .contains(folder.toString(), "no file of a known syntax", ".ttl");
  }

  @Test
  void missingFileIsNamed() {
    var file = folder.resolve("nowhere.ttl");
    assertRefused(ErrorCode.FILE_NOT_FOUND, () -> Documents.read(file, NO_FOREIGN))
        .contains(file.toString(), "Give the path of an existing one");
  }

  @Test
  void unknownEndingIsRefused() {
    var file = write(folder, "a.txt", TURTLE);
    assertRefused(ErrorCode.UNKNOWN_SYNTAX, () -> Documents.read(file, NO_FOREIGN))
        .contains("a.txt", "Rename it", ".ttl");
  }

  @Test
  void otherXmlIsRefused() {
    refused(ErrorCode.UNKNOWN_SYNTAX, "a.xml", "<project/>").contains("a.xml", "rdf:RDF");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("a.ttl", "<urn:a> <urn:b> .", ":1:17"),
        Arguments.of("a.ttl", "\n\n<urn:a> x:b 1 .", ":3:9: Undefined prefix: x."),
        Arguments.of("a.ttl", "<urn:a> <urn:b> \"open .\n", ":2:1: Broken token"),
        Arguments.of("a.ttl", "<urn:a> <urn:b> <http://example.org/a b> .", ":1:"),
        Arguments.of("a.ttl", "<urn:a> <urn:b> <http://[bad/> .", ":1:"),
        Arguments.of("a.ttl", "\"literal\" <urn:b> 1 .", ":1:1"),
        Arguments.of("a.nt", "<urn:a> <urn:b> <relative> .", ":1:"),
        Arguments.of("a.nt", "<urn:a> <urn:b> 1 .", ":1:"),
        Arguments.of("a.nq", "<urn:a> <urn:b> <urn:c>", ":1:"),
        Arguments.of("a.trig", "<urn:g> { <urn:a> <urn:b> 1 ", ":1:"),
        Arguments.of(
            "a.rdf",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n<x/>",
            ":2:"),
        Arguments.of("a.rdf", "no XML", ":1:1"),
        Arguments.of("a.owx", "<Ontology><open></Ontology>", ":1:"),
        Arguments.of("a.jsonld", "{\n\"a\" 1 }", ":2:"),
        Arguments.of("a.jsonld", "{ \"@id\": 1 }", "a.jsonld: "));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedFileIsRefusedWithItsPlace(String name, String text, String place) {
    refused(ErrorCode.MALFORMED_FILE, name, text)
        .contains(folder.resolve(name) + (place.startsWith(":") ? place : ""))
        .contains(place)
        .contains("Mend the")
        .doesNotContain("Exception", "[line");
  }

  static Stream<Arguments> malformedLiterals() {
    var rdf =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:x:">
          <rdf:Description rdf:about="urn:a">
            <p rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2024-02-30</p>
          </rdf:Description>
        </rdf:RDF>
        """;
    var date = "\"2024-02-30\"^^<http://www.w3.org/2001/XMLSchema#date>";
    return Stream.of(
        Arguments.of("a.ttl", "\n<urn:a> <urn:p> " + date + " .", "a.ttl:2:17"),
        Arguments.of("a.nt", "<urn:a> <urn:p> " + date + " .", "a.nt:1:17"),
        Arguments.of("a.nq", "<urn:a> <urn:p> " + date + " <urn:g> .", "a.nq:1:17"),
        Arguments.of("a.rdf", rdf, "a.rdf:3:"),
        Arguments.of(
            "a.jsonld",
            "{ \"@id\": \"urn:a\", \"urn:p\": { \"@value\": \"2024-02-30\","
                + " \"@type\": \"http://www.w3.org/2001/XMLSchema#date\" } }",
            "a.jsonld"));
  }

  @ParameterizedTest
  @MethodSource("malformedLiterals")
  void literalOutsideItsDatatypeIsRefusedWithItsPlace(String name, String text, String place) {
    refused(ErrorCode.MALFORMED_LITERAL, name, text)
        .contains(place, "2024-02-30", "Correct the value or its datatype");
  }

  @Test
  void unusualButLegalIriIsAccepted() {
    assertThat(read("a.ttl", "<http://EXAMPLE.org:80/%7Ea> a <urn:x> .").graph().size()).isOne();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
    var file = write(folder, "a.ttl", new byte[] {'#', '\n', '#', (byte) 0xE4, '\n'});
    assertRefused(ErrorCode.NOT_UTF8, () -> Documents.read(file, NO_FOREIGN))
        .contains(file + ":2:", "0xE4", "offset 3", "Save the file in UTF-8");
  }

  @Test
  void truncatedUtf8AtTheEndIsRefused() {
    var file = write(folder, "a.ttl", new byte[] {'#', (byte) 0xC3});
    assertRefused(ErrorCode.NOT_UTF8, () -> Documents.read(file, NO_FOREIGN)).contains("offset 1");
  }

  @Test
  void otherEncodingInXmlIsRefused() {
    var text = "<?xml version='1.0' encoding='ISO-8859-1'?>" + RDF_XML.split("\n", 3)[2];
    refused(ErrorCode.NOT_UTF8, "a.rdf", text).contains("ISO-8859-1", "Save the file in UTF-8");
  }

  @Test
  void brokenGzipIsRefused() {
    refused(ErrorCode.MALFORMED_FILE, "a.ttl.gz", TURTLE).contains("a.ttl.gz", "Pack it anew");
  }

  @Test
  void remoteJsonLdContextIsNeverFetched() {
    for (var context : List.of("http://127.0.0.1:9/c", "file:/etc/hostname", "other.jsonld")) {
      refused(ErrorCode.MALFORMED_FILE, "a.jsonld", "{ \"@context\": \"" + context + "\" }")
          .contains("a.jsonld", context, "is not fetched", "write the context itself");
    }
  }

  private SourceDocument read(String name, String text) {
    return only(Documents.read(write(folder, name, text), NO_FOREIGN));
  }

  private AbstractStringAssert<?> refused(ErrorCode code, String name, String text) {
    var file = write(folder, name, text);
    return assertRefused(code, () -> Documents.read(file, NO_FOREIGN));
  }

  private static SourceDocument only(List<SourceDocument> documents) {
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes(text));
    }
    return packed.toByteArray();
  }
}
