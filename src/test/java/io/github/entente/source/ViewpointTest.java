// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Snapshot;
import io.github.entente.model.Viewpoint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a viewpoint takes in and leaves out, besides the day. */
class ViewpointTest {
  private static final String NS = "urn:x:";
  private static final String HEAD =
      """
      PREFIX : <urn:x:>
      PREFIX e: <https://w3id.org/entente/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;

  private static final String CLAIMS =
      HEAD
          + """
          :profile a e:ClaimProfile ; e:contentProperty :content ; e:polarityProperty :polarity ;
            e:deniedPolarity :denied ; e:modeProperty :mode ; e:assertiveMode :fact ;
            e:reportiveMode :report ; e:certaintyProperty :certainty ; e:speakerProperty :speaker ;
            e:holderProperty :holder ; e:holdingProperty :holds .
          :all a e:AcceptancePolicy ; skos:notation "all" .
          :facts a e:AcceptancePolicy ; skos:notation "facts" ; e:acceptsMode :fact .
          :sure a e:AcceptancePolicy ; skos:notation "sure" ; e:acceptsCertainty :certain .
          :hers a e:AcceptancePolicy ; skos:notation "hers" ; e:acceptsSpeaker :she .
          """;

  private static Corpus corpus(String text) {
    var document =
        Documents.read(
            "urn:x:graph",
            "claims.trig",
            text.getBytes(StandardCharsets.UTF_8),
            (base, location, bytes) -> {
              throw new AssertionError("no foreign syntax here");
            });
    return Corpus.of(List.of(document), List.of());
  }

  private static Snapshot accepting(String policy, String mode, String polarity, String content) {
    return corpus(
            CLAIMS
                + ":c :content :g ; :mode :%s ; :polarity :%s ; :holder :h ; :speaker :he ;"
                    .formatted(mode, polarity)
                + " :certainty :certain .\n:g { "
                + content
                + " }\n")
        .snapshot(Viewpoint.ALL_DAYS.policy(Optional.of(policy)));
  }

  private static Node node(String name) {
    return NodeFactory.createURI(NS + name);
  }

  private static boolean has(Snapshot snapshot, String subject, String predicate, String object) {
    return snapshot.asserted().contains(node(subject), node(predicate), node(object));
  }

  @Test
  void byDefaultNoClaimIsAccepted() {
    var snapshot =
        corpus(CLAIMS + ":c :content :g ; :mode :fact ; :polarity :yes .\n:g { :a :r :b }\n")
            .snapshot(Viewpoint.ALL_DAYS);
    assertThat(has(snapshot, "a", "r", "b")).isFalse();
  }

  @Test
  void anAffirmedFactAddsItsContent() {
    var snapshot = accepting("all", "fact", "affirmed", ":a :r :b . :a :r :d");
    assertThat(has(snapshot, "a", "r", "b")).isTrue();
    assertThat(has(snapshot, "a", "r", "d")).isTrue();
    assertThat(has(snapshot, "h", "holds", "c")).isFalse();
  }

  @Test
  void aDeniedFactAddsANegativeAssertion() {
    var graph = accepting("all", "fact", "denied", ":a :r :b").asserted();
    assertThat(graph.contains(node("a"), node("r"), node("b"))).isFalse();
    assertThat(graph.contains(Node.ANY, OWL2.sourceIndividual.asNode(), node("a"))).isTrue();
    assertThat(graph.contains(Node.ANY, OWL2.assertionProperty.asNode(), node("r"))).isTrue();
    assertThat(graph.contains(Node.ANY, OWL2.targetIndividual.asNode(), node("b"))).isTrue();
  }

  @Test
  void aDeniedValueAddsANegativeAssertionOfTheValue() {
    var graph = accepting("all", "fact", "denied", ":a :r 3").asserted();
    assertThat(graph.contains(Node.ANY, OWL2.targetValue.asNode(), Node.ANY)).isTrue();
  }

  @Test
  void aDeniedTypeAddsTheComplement() {
    var graph = accepting("all", "fact", "denied", ":a a :C").asserted();
    var type = graph.find(node("a"), RDF.type.asNode(), Node.ANY).toList();
    assertThat(type).hasSize(1);
    assertThat(graph.contains(type.get(0).getObject(), OWL2.complementOf.asNode(), node("C")))
        .isTrue();
  }

  @Test
  void aDeniedFactOfSeveralStatementsIsRefusedWithACode() {
    var snapshot = accepting("all", "fact", "denied", ":a :r :b . :a :r :d");
    assertThat(snapshot.notes()).anyMatch(note -> note.contains(ErrorCode.REFUSED_CLAIM.name()));
    assertThat(has(snapshot, "a", "r", "b")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"affirmed", "denied"})
  void aReportAddsThatTheHolderHoldsIt(String polarity) {
    var snapshot = accepting("all", "report", polarity, ":a :r :b");
    assertThat(has(snapshot, "h", "holds", "c")).isTrue();
    assertThat(has(snapshot, "a", "r", "b")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "evaluation, affirmed",
    "evaluation, denied",
    "forecast, affirmed",
    "forecast, denied",
    "proposal, affirmed",
    "proposal, denied",
    "possibility, affirmed",
    "possibility, denied",
    "necessity, affirmed",
    "necessity, denied"
  })
  void anyOtherModeAddsNothing(String mode, String polarity) {
    var without = accepting("hers", mode, polarity, ":a :r :b");
    var with = accepting("all", mode, polarity, ":a :r :b");
    assertThat(with.asserted().isIsomorphicWith(without.asserted())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"facts, fact, true", "facts, report, false", "sure, fact, true", "hers, fact, false"})
  void aPolicyConfinesModesCertaintiesAndSpeakers(String policy, String mode, boolean accepted) {
    var snapshot = accepting(policy, mode, "affirmed", ":a :r :b");
    assertThat(has(snapshot, "a", "r", "b")).isEqualTo(accepted);
    assertThat(snapshot.notes().get(0)).startsWith(accepted ? "1 claims" : "0 claims");
  }

  @Test
  void anUnknownPolicyIsRefusedAndTheKnownAreNamed() {
    assertThatThrownBy(() -> accepting("none", "fact", "affirmed", ":a :r :b"))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_OPTION))
        .hasMessageContaining("all, facts, hers, sure");
  }

  private static final String RECORD =
      HEAD
          + """
          :t a e:TemporalProfile ; e:recordedFromProperty :since ; e:recordedUntilProperty :until ;
            e:verificationProperty :level ; e:leftOutLevel :guess .
          :old :says :x ; :until "2020-05-01"^^xsd:date .
          :new :says :y ; :since "2020-05-02"^^xsd:date .
          :rumour :says :z ; :level :guess .
          """;

  @Test
  void theRecordAsItStandsLeavesOutWhatIsSuperseded() {
    var snapshot = corpus(RECORD).snapshot(Viewpoint.ALL_DAYS);
    assertThat(has(snapshot, "old", "says", "x")).isFalse();
    assertThat(has(snapshot, "new", "says", "y")).isTrue();
  }

  @Test
  void anEarlierRecordSaysWhatItSaidThen() {
    var then = Viewpoint.ALL_DAYS.recorded(Optional.of(LocalDate.of(2020, 5, 1)));
    var snapshot = corpus(RECORD).snapshot(then);
    assertThat(has(snapshot, "old", "says", "x")).isTrue();
    assertThat(has(snapshot, "new", "says", "y")).isFalse();
  }

  @Test
  void unverifiedFactsAreTakenInOnlyWhereAskedFor() {
    var corpus = corpus(RECORD);
    assertThat(has(corpus.snapshot(Viewpoint.ALL_DAYS), "rumour", "says", "z")).isFalse();
    assertThat(has(corpus.snapshot(Viewpoint.ALL_DAYS.unverified(true)), "rumour", "says", "z"))
        .isTrue();
  }

  @Test
  void withdrawingAFileOrAStatementTakesWhatItSays() {
    var corpus = corpus(RECORD);
    assertThat(has(corpus.snapshot(Viewpoint.ALL_DAYS.without("urn:x:new")), "new", "says", "y"))
        .isFalse();
    assertThat(corpus.snapshot(Viewpoint.ALL_DAYS.without("claims")).asserted().size()).isZero();
    assertThatThrownBy(() -> corpus.snapshot(Viewpoint.ALL_DAYS.without("nothing")))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_OPTION));
  }

  @Test
  void snapshotsOfDifferentViewpointsHaveDifferentDigests() {
    var corpus = corpus(RECORD);
    assertThat(corpus.snapshot(Viewpoint.ALL_DAYS).digest())
        .isNotEqualTo(corpus.snapshot(Viewpoint.ALL_DAYS.unverified(true)).digest());
  }
}
