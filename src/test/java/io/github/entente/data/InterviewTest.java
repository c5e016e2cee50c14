// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The interview as data: every sentence carries a statement, every claim has its axes and a content
 * of its own, anchors fit the text, and no sentence of the text is in the repository.
 */
class InterviewTest {
  private static final String NS = "https://w3id.org/entente/";
  private static final String TEXT = NS + "interview/grand-2024-04-04";
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final LocalDate DAY = LocalDate.of(2024, 4, 4);
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final Path FILE = BASE.resolve("data/interviews/grand-2024-04-04.trig");
  private static final int SENTENCES = 43;
  private static final int RUN = 8;
  private static final Set<String> CHECKED =
      Set.of("ttl", "trig", "rq", "md", "java", "tsv", "txt", "html", "cff", "properties");
  private static final Set<String> UNCHECKED = Set.of(".git", "target", "node_modules");
  private static final Set<String> PROPERTIES =
      Set.of("ObjectProperty", "DatatypeProperty", "AnnotationProperty");

  private final Dataset interview = read(FILE);
  private final Model claims = interview.getDefaultModel();
  private final Model ontology = readAll("ontology", ".ttl");
  private final Model record = readAll("data", ".ttl");

  private record Passage(String id, int start, int end, String sha256) {}

  @Test
  void everySentenceIsTheAnchorOfAStatement() {
    var sentences =
        passages().stream()
            .map(Passage::id)
            .filter(id -> id.contains(".s"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(sentences).hasSize(SENTENCES);
    var anchors = new TreeSet<>(passageIds("anchoredAt"));
    assertThat(anchors).as("sentences that carry a claim").isEqualTo(sentences);
  }

  @Test
  void everyAnchorIsAPassage() {
    var passages = passages().stream().map(Passage::id).collect(Collectors.toSet());
    assertThat(passages).containsAll(passageIds("anchoredAt")).containsAll(passageIds("statedAt"));
  }

  @Test
  void aBackgroundFactHasTheRecordAndThePassage() {
    var australia = entente("PartnersAcrossTheGlobe_Australia");
    assertThat(record.contains(australia, property("ofParty"), entente("Australia"))).isTrue();
    assertThat(claims.contains(australia, property("statedAt"), passage("A2.1.s1"))).isTrue();
    claims
        .listSubjectsWithProperty(property("statedAt"))
        .forEach(
            fact ->
                assertThat(claims.contains(fact, RDF.type) || record.contains(fact, RDF.type))
                    .as("%s is recorded", fact)
                    .isTrue());
  }

  /** What INTERVIEW.md marks as a fact, or names as given, and a roster or a treaty supports. */
  @ParameterizedTest
  @CsvSource({
    "A1.1.s1, NorthAtlanticTreaty NorthAtlanticTreaty_Article6",
    "A1.1.s2, InternationalSecurityAssistanceForce PartnersAcrossTheGlobe_Australia"
        + " PartnersAcrossTheGlobe_Japan PartnersAcrossTheGlobe_NewZealand"
        + " PartnersAcrossTheGlobe_RepublicOfKorea ResoluteSupportMission",
    "A1.2.s2, NorthAtlanticTreaty_Article5",
    "A1.2.s4, NATO_Finland NATO_Sweden",
    "A1.3.s2, NATO_UnitedStates",
    "A1.3.s4, NATO_Canada NATO_France",
    "A2.1.s1, IndoPacificPartners IndoPacificPartners_Australia IndoPacificPartners_Japan"
        + " IndoPacificPartners_NewZealand IndoPacificPartners_RepublicOfKorea"
        + " InternationalSecurityAssistanceForce InternationalSecurityAssistanceForce_Australia"
        + " InternationalSecurityAssistanceForce_NewZealand"
        + " InternationalSecurityAssistanceForce_RepublicOfKorea PartnersAcrossTheGlobe_Australia"
        + " PartnersAcrossTheGlobe_Japan PartnersAcrossTheGlobe_NewZealand"
        + " PartnersAcrossTheGlobe_RepublicOfKorea ResoluteSupportMission_Australia"
        + " ResoluteSupportMission_NewZealand",
    "A2.1.s3, NorthAtlanticTreaty_Article9",
    "A2.2.s4, IstanbulCooperationInitiative MediterraneanDialogue PartnersAcrossTheGlobe"
        + " PartnershipForPeace",
    "A3.3.s4, AUKUS AUKUS_Australia AUKUS_UnitedKingdom AUKUS_UnitedStates",
    "A3.3.s5, AUKUS_Australia FiveEyes FiveEyes_Australia",
    "A3.4.s4, NATO_France NATO_Germany NATO_UnitedKingdom",
    "A3.4.s6, EuropeanUnion",
  })
  void eachBackgroundFactIsThatOfTheRecord(String sentence, String facts) {
    var linked =
        claims
            .listSubjectsWithProperty(property("statedAt"), passage(sentence))
            .filterKeep(fact -> record.contains(fact, RDF.type))
            .mapWith(fact -> fact.getURI().substring(NS.length()))
            .toSet();
    assertThat(linked).containsExactlyInAnyOrder(facts.split(" "));
  }

  @Test
  void thePartnersOfTheLinkedProgrammesAreTheThirtyEightThatHeCounts() {
    var counted = passage("A2.2.s4");
    var partners = new ArrayList<RDFNode>();
    for (var membership : record.listSubjectsWithProperty(property("inFramework")).toList()) {
      var programme = membership.getPropertyResourceValue(property("inFramework"));
      if (claims.contains(programme, property("statedAt"), counted) && onDayOfTheText(membership)) {
        partners.add(membership.getPropertyResourceValue(property("ofParty")));
      }
    }
    assertThat(partners).hasSize(38).doesNotHaveDuplicates();
  }

  private boolean onDayOfTheText(Resource membership) {
    var first = Tables.earliest(Turtle.objects(membership, "firstDay"));
    var last = Turtle.objects(membership, "lastDay");
    return !DAY.isBefore(first) && (last.isEmpty() || !DAY.isAfter(Tables.latest(last)));
  }

  @Test
  void everyClaimHasItsAxes() {
    var all = claims();
    assertThat(all).hasSizeGreaterThanOrEqualTo(SENTENCES);
    for (var claim : all) {
      for (var axis :
          List.of(
              "speaker",
              "hasPolarity",
              "hasCertainty",
              "hasMode",
              "hasWorldStatus",
              "anchoredAt")) {
        assertThat(claims.listObjectsOfProperty(claim, property(axis)).toList())
            .as("%s %s", claim, axis)
            .hasSize(1);
      }
      assertThat(claims.contains(claim, property("attributedTo"))).as("%s", claim).isTrue();
      assertThat(claims.contains(claim, property("concerns"))).as("%s", claim).isTrue();
      assertThat(claims.contains(claim, RDFS.label)).as("%s", claim).isTrue();
    }
  }

  @Test
  void aReportHasAHolderOtherThanItsSpeaker() {
    for (var claim : claims()) {
      var speaker = claim.getPropertyResourceValue(property("speaker"));
      var others =
          claims.listObjectsOfProperty(claim, property("attributedTo")).toList().stream()
              .filter(holder -> !holder.equals(speaker))
              .toList();
      assertThat(claims.contains(claim, property("hasMode"), entente("ReportMode")))
          .as("%s reports the view of %s", claim, others)
          .isEqualTo(!others.isEmpty());
    }
  }

  @Test
  void everyClaimHasAContentOfItsOwn() {
    var contents = contents();
    assertThat(contents).hasSameSizeAs(claims());
    assertThat(names(interview)).containsExactlyInAnyOrderElementsOf(contents.values());
    var seen = new ArrayList<String>();
    for (var name : contents.values()) {
      var content = interview.getNamedModel(name);
      assertThat(content.isEmpty()).as(name).isFalse();
      seen.stream()
          .filter(other -> interview.getNamedModel(other).isIsomorphicWith(content))
          .forEach(other -> assertThat(name).as("another content than").isEqualTo(other));
      seen.add(name);
    }
  }

  @Test
  void whatIsDeniedIsOneTriple() {
    contents()
        .forEach(
            (claim, name) -> {
              if (claims.contains(claim, property("hasPolarity"), entente("Denied"))) {
                assertThat(interview.getNamedModel(name).size()).as(name).isEqualTo(1);
              }
            });
  }

  @Test
  void aClaimConcernsOrHasAsTopicWhatItsContentSpeaksOf() {
    contents()
        .forEach(
            (claim, name) -> {
              var known =
                  Stream.of("concerns", "hasTopic")
                      .flatMap(
                          p -> claims.listObjectsOfProperty(claim, property(p)).toList().stream())
                      .collect(Collectors.toSet());
              assertThat(known)
                  .as("%s", claim)
                  .containsAll(individuals(interview.getNamedModel(name)));
            });
  }

  @Test
  void aVagueGroupDenotesNobody() {
    var vague = claims.listSubjectsWithProperty(RDF.type, entente("VagueGroup")).toList();
    assertThat(vague).contains(entente("ManyAllies"), entente("HandfulOfAllies"));
    assertThat(vague)
        .noneMatch(group -> claims.contains(group, property("denotesMembersOf")))
        .noneMatch(group -> claims.contains(group, property("denotesPartnersOf")));
    assertThat(
            entente("TheFourPartners").inModel(claims).getProperty(property("denotesPartnersOf")))
        .extracting(Statement::getObject)
        .isEqualTo(entente("IndoPacificPartners"));
  }

  @Test
  void onlyDeclaredTermsAreUsed() {
    for (var model : models()) {
      for (var statement : model.listStatements().toList()) {
        var predicate = statement.getPredicate();
        assertThat(
                predicate.equals(RDF.type) || predicate.equals(RDFS.label) || isProperty(predicate))
            .as("%s is declared", predicate)
            .isTrue();
        if (predicate.equals(RDF.type)) {
          var type = statement.getResource();
          assertThat(
                  type.equals(OWL2.NamedIndividual)
                      || ontology.contains(type, RDF.type, OWL2.Class))
              .as("%s is declared", type)
              .isTrue();
        }
      }
    }
  }

  @Test
  void everyIndividualHasATypeAndALabel() {
    var everything = ModelFactory.createUnion(ModelFactory.createUnion(ontology, record), claims);
    for (var model : models()) {
      for (var individual : individuals(model)) {
        assertThat(everything.contains(individual, RDF.type)).as("type of %s", individual).isTrue();
        assertThat(everything.contains(individual, RDFS.label))
            .as("label of %s", individual)
            .isTrue();
      }
    }
  }

  @Test
  void theFileIsInOrder() throws IOException {
    var lines = Files.readAllLines(FILE);
    var prefixes = lines.stream().filter(line -> line.startsWith("@prefix")).toList();
    assertThat(prefixes).isSorted().isEqualTo(lines.subList(0, prefixes.size()));
    var graphs = lines.stream().filter(line -> line.endsWith(" {")).toList();
    assertThat(graphs).isSorted().hasSameSizeAs(claims());
    assertThat(lines).noneMatch(line -> line.contains("\t") || line.endsWith(" "));
  }

  @Test
  void passagesAreThoseOfTheTable() {
    var table =
        Tables.read(seed("passages.tsv")).stream()
            .map(
                row ->
                    new Passage(
                        row.get("id"),
                        Integer.parseInt(row.get("start")),
                        Integer.parseInt(row.get("end")),
                        row.get("sha256")))
            .toList();
    assertThat(passages()).containsExactlyInAnyOrderElementsOf(table);
  }

  @Test
  void passagesFitTheTextByCodePoints() throws IOException {
    var bytes = Files.readAllBytes(seed("interview.txt"));
    assertThat(digest(claims.getResource(TEXT))).isEqualTo(sha256(bytes));
    var points = new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
    for (var passage : passages()) {
      var cut = new String(points, passage.start(), passage.end() - passage.start());
      assertThat(sha256(cut.getBytes(StandardCharsets.UTF_8)))
          .as(passage.id())
          .isEqualTo(passage.sha256());
    }
  }

  @Test
  void noEightWordsInARowOfTheTextAreInTheRepository() throws IOException {
    var runs = runs(Files.readString(seed("interview.txt")));
    assertThat(runs).hasSizeGreaterThan(1000);
    var copied = new ArrayList<String>();
    var files = repository();
    for (var file : files) {
      var found = runs(Files.readString(file));
      found.retainAll(runs);
      found.forEach(run -> copied.add(BASE.relativize(file) + ": " + run));
    }
    assertThat(files).contains(FILE);
    assertThat(copied).as("words of the interview in the repository").isEmpty();
  }

  @Test
  void aCopiedRunOfWordsIsNoticed() {
    var runs = runs("One two three, four FIVE six-seven eight. Nine");
    assertThat(runs).hasSize(2).contains("one two three four five six seven eight");
    assertThat(runs("x \"one two\" + \"three four five six\n * seven eight\""))
        .containsAnyElementsOf(runs);
  }

  private List<Passage> passages() {
    return claims
        .listSubjectsWithProperty(RDF.type, claims.getResource(OA + "SpecificResource"))
        .mapWith(this::passageOf)
        .toList();
  }

  private Passage passageOf(Resource passage) {
    assertThat(passage.getPropertyResourceValue(claims.getProperty(OA, "hasSource")))
        .isEqualTo(claims.getResource(TEXT));
    var range = passage.getPropertyResourceValue(claims.getProperty(OA, "hasSelector"));
    assertThat(range.hasProperty(RDF.type, claims.getResource(OA + "TextPositionSelector")))
        .isTrue();
    return new Passage(
        id(passage),
        range.getProperty(claims.getProperty(OA, "start")).getInt(),
        range.getProperty(claims.getProperty(OA, "end")).getInt(),
        digest(passage));
  }

  private String digest(Resource resource) {
    var checksum = resource.getPropertyResourceValue(claims.getProperty(SPDX, "checksum"));
    assertThat(checksum.getPropertyResourceValue(claims.getProperty(SPDX, "algorithm")).getURI())
        .isEqualTo(SPDX + "checksumAlgorithm_sha256");
    return checksum
        .getProperty(claims.getProperty(SPDX, "checksumValue"))
        .getLiteral()
        .getLexicalForm();
  }

  private List<Resource> claims() {
    return claims.listSubjectsWithProperty(RDF.type, entente("Claim")).toList();
  }

  private Map<Resource, String> contents() {
    return claims().stream()
        .collect(
            Collectors.toMap(
                claim -> claim,
                claim -> claim.getPropertyResourceValue(property("content")).getURI(),
                (a, b) -> a,
                () -> new TreeMap<>((a, b) -> a.getURI().compareTo(b.getURI()))));
  }

  private List<Model> models() {
    return Stream.concat(Stream.of(claims), names(interview).stream().map(interview::getNamedModel))
        .toList();
  }

  private List<String> passageIds(String property) {
    return claims
        .listObjectsOfProperty(property(property))
        .mapWith(node -> id(node.asResource()))
        .toList();
  }

  /** What a model speaks of in the project's own namespace: no terms, passages or graph names. */
  private Set<Resource> individuals(Model model) {
    return model.listStatements().toList().stream()
        .filter(s -> !s.getPredicate().equals(property("content")))
        .flatMap(s -> s.getPredicate().equals(RDF.type) ? Stream.of(s.getSubject()) : ends(s))
        .filter(RDFNode::isURIResource)
        .map(RDFNode::asResource)
        .filter(resource -> resource.getURI().matches(Pattern.quote(NS) + "[^/]+"))
        .collect(Collectors.toSet());
  }

  private static Stream<RDFNode> ends(Statement statement) {
    return Stream.of(statement.getSubject(), statement.getObject());
  }

  private boolean isProperty(Property predicate) {
    return PROPERTIES.stream()
        .anyMatch(
            kind -> ontology.contains(predicate, RDF.type, ontology.getResource(OWL2.NS + kind)));
  }

  private static String id(Resource passage) {
    assertThat(passage.getURI()).startsWith(TEXT + "/");
    return passage.getURI().substring(TEXT.length() + 1);
  }

  private static Resource passage(String id) {
    return ResourceFactory.createResource(TEXT + "/" + id);
  }

  private static Resource entente(String name) {
    return ResourceFactory.createResource(NS + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(NS, name);
  }

  private static List<String> names(Dataset dataset) {
    var names = new ArrayList<String>();
    dataset.listModelNames().forEachRemaining(name -> names.add(name.getURI()));
    return names;
  }

  private static Path seed(String name) {
    String shared = System.getProperty("entente.shared", "");
    var file = Path.of(shared, "seed", name);
    assumeTrue(
        !shared.isEmpty() && Files.exists(file),
        "the interview's anchors are not compared with its text: no seed/"
            + name
            + " in the folder that the system property entente.shared names");
    return file;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every run of eight words, without case and punctuation. */
  private static Set<String> runs(String text) {
    var words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(i -> String.join(" ", words.subList(i, i + RUN)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Path> repository() throws IOException {
    var files = new ArrayList<Path>();
    var target = Path.of(System.getProperty("entente.target", "target")).toAbsolutePath();
    Files.walkFileTree(
        BASE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return UNCHECKED.contains(folder.getFileName().toString())
                    || folder.toAbsolutePath().equals(target)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (CHECKED.contains(name.substring(name.lastIndexOf('.') + 1))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static Model readAll(String folder, String ending) {
    var model = ModelFactory.createDefaultModel();
    try (var files = Files.walk(BASE.resolve(folder))) {
      files
          .filter(file -> file.toString().endsWith(ending))
          .forEach(file -> model.add(read(file).getDefaultModel()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model;
  }

  private static Dataset read(Path file) {
    var dataset = DatasetFactory.create();
    RDFParser.source(file)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(dataset);
    return dataset;
  }
}
