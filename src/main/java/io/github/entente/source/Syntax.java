// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;

/** The syntaxes of documents, told by the end of a name or by how a text begins. */
enum Syntax {
  TURTLE("Turtle", Lang.TURTLE),
  TRIG("TriG", Lang.TRIG),
  N_TRIPLES("N-Triples", Lang.NTRIPLES),
  N_QUADS("N-Quads", Lang.NQUADS),
  RDF_XML("RDF/XML", Lang.RDFXML),
  JSON_LD("JSON-LD", Lang.JSONLD),
  OWL_XML("OWL/XML", null),
  FUNCTIONAL("OWL functional syntax", null),
  MANCHESTER("Manchester syntax", null),
  /** An OASIS catalogue: no document, see {@link Catalogue}. */
  CATALOGUE("OASIS XML catalogue", null),
  /** Some other XML. */
  OTHER_XML("XML", null);

  static final String EXTENSIONS =
      ".ttl .trig .nt .nq .rdf .jsonld .owl .xml .owx .ofn .omn, each also with .gz";

  private static final Map<String, Syntax> BY_EXTENSION =
      Map.of(
          "ttl", TURTLE,
          "trig", TRIG,
          "nt", N_TRIPLES,
          "nq", N_QUADS,
          "rdf", RDF_XML,
          "jsonld", JSON_LD,
          "owx", OWL_XML,
          "ofn", FUNCTIONAL,
          "omn", MANCHESTER);
  private static final Set<Syntax> STREAMED = Set.of(TURTLE, TRIG, N_TRIPLES, N_QUADS);
  private static final Pattern XML_PROLOGUE =
      Pattern.compile("<\\?.*?\\?>|<!--.*?-->", Pattern.DOTALL);
  private static final Pattern XML_ROOT =
      Pattern.compile("<(?:[\\w.-]+:)?(RDF|Ontology|catalog)(?=[\\s/>])");
  private static final Pattern FUNCTIONAL_START = Pattern.compile("(?:Prefix|Ontology)\\s*\\(");
  private static final Pattern MANCHESTER_START = Pattern.compile("(?:Prefix|Ontology|Import):");
  private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*\\{");
  private static final int ENOUGH = 64 * 1024;

  private final String label;
  private final Lang lang;

  Syntax(String label, Lang lang) {
    this.label = label;
    this.lang = lang;
  }

  String label() {
    return label;
  }

  /** Jena's name of it; empty for the syntaxes that Jena cannot read. */
  Optional<Lang> lang() {
    return Optional.ofNullable(lang);
  }

  boolean xml() {
    return this == RDF_XML || this == OWL_XML || this == CATALOGUE || this == OTHER_XML;
  }

  /** Whether a file of that name is to be read when its folder is. */
  static boolean known(String name) {
    var extension = extension(name);
    return BY_EXTENSION.containsKey(extension) || sniffed(extension);
  }

  /** Whether the content has to tell the syntax, since the name does not. */
  static boolean sniffedByName(String name) {
    return sniffed(extension(name));
  }

  /** The syntax that a name tells, where files of it can be read as they come. */
  static Optional<Syntax> streamed(String name) {
    return Optional.ofNullable(BY_EXTENSION.get(extension(name))).filter(STREAMED::contains);
  }

  /** The syntax of a document; a name without a known ending leaves it to the content. */
  static Syntax of(String name, byte[] bytes) {
    var extension = extension(name);
    var byName = BY_EXTENSION.get(extension);
    if (byName != null) {
      return byName;
    }
    return sniff(bytes, extension.equals("xml"), sniffed(extension) ? TURTLE : TRIG);
  }

  private static boolean sniffed(String extension) {
    return extension.equals("owl") || extension.equals("xml");
  }

  private static String extension(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    if (plain.endsWith(".gz")) {
      plain = plain.substring(0, plain.length() - 3);
    }
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  private static Syntax sniff(byte[] bytes, boolean surelyXml, Syntax otherwise) {
    var start = new String(bytes, 0, Math.min(bytes.length, ENOUGH), StandardCharsets.UTF_8);
    if (surelyXml
        || start.stripLeading().startsWith("<?")
        || start.stripLeading().startsWith("<!")) {
      return sniffXml(start);
    }
    var text = withoutComments(start);
    if (XML_ROOT.matcher(text).lookingAt()) {
      return sniffXml(text);
    }
    if (FUNCTIONAL_START.matcher(text).lookingAt()) {
      return FUNCTIONAL;
    }
    if (MANCHESTER_START.matcher(text).lookingAt()) {
      return MANCHESTER;
    }
    return JSON_START.matcher(text).lookingAt() ? JSON_LD : otherwise;
  }

  private static Syntax sniffXml(String text) {
    var root = XML_ROOT.matcher(XML_PROLOGUE.matcher(text).replaceAll(""));
    if (!root.find()) {
      return OTHER_XML;
    }
    return switch (root.group(1)) {
      case "RDF" -> RDF_XML;
      case "Ontology" -> OWL_XML;
      default -> CATALOGUE;
    };
  }

  /** The text from its first character that is neither white space nor in a comment line. */
  private static String withoutComments(String text) {
    var rest = text.stripLeading();
    while (rest.startsWith("#")) {
      int end = rest.indexOf('\n');
      rest = end < 0 ? "" : rest.substring(end + 1).stripLeading();
    }
    return rest;
  }
}
