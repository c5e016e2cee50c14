// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.violations.LexicalNotInLexicalSpace;

/** The check that axioms are in OWL 2 DL; HermiT makes no such check of its own. */
public final class Profile {
  private static final Pattern ONTOLOGY_TAIL =
      Pattern.compile("\\s*(\\[in (OntologyID|Anonymous).*|in OntologyID.*)$", Pattern.DOTALL);
  private static final int SHOWN = 5;

  private Profile() {}

  /**
   * One violation.
   *
   * @param term IRI of the term it is about, or the axiom's text where it is about none
   * @param message what is wrong
   */
  public record Violation(String term, String message) {}

  /** All violations, in a stable order. */
  public static List<Violation> violations(OWLOntology ontology) {
    return new OWL2DLProfile()
        .checkOntology(ontology).getViolations().stream()
            .filter(violation -> !isWellFormed(violation))
            .map(Profile::violation)
            .distinct()
            .sorted(Comparator.comparing(Violation::term).thenComparing(Violation::message))
            .toList();
  }

  /**
   * Refuses violations.
   *
   * @throws EntenteException {@link ErrorCode#NOT_OWL_2_DL} with the first few
   */
  public static void refuse(List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    var lines = new ArrayList<String>();
    violations.stream().limit(SHOWN).forEach(v -> lines.add("  " + v.term() + ": " + v.message()));
    if (violations.size() > SHOWN) {
      lines.add("  … and " + (violations.size() - SHOWN) + " more; './entente check' lists them.");
    }
    throw new EntenteException(
        ErrorCode.NOT_OWL_2_DL,
        "What is to be reasoned over is not in OWL 2 DL ("
            + violations.size()
            + (violations.size() == 1 ? " violation):\n" : " violations):\n")
            + String.join("\n", lines)
            + "\nDeclare or correct these terms, or ask with '--regime simple'.");
  }

  private static Violation violation(OWLProfileViolation violation) {
    var subject =
        known(violation::getExpression)
            .or(() -> known(violation::getAxiom))
            .orElse("the ontology as a whole");
    String term = subject instanceof HasIRI named ? named.getIRI().toString() : subject.toString();
    String kind = violation.getClass().getSimpleName();
    String message = ONTOLOGY_TAIL.matcher(violation.toString()).replaceFirst("").strip();
    return new Violation(term, spaced(kind) + " — " + message);
  }

  /** OWL API refuses some literals that are fine, such as an xsd:Name with an underscore first. */
  private static boolean isWellFormed(OWLProfileViolation violation) {
    return violation instanceof LexicalNotInLexicalSpace
        && violation.getExpression() instanceof OWLLiteral literal
        && OwlBridge.node(literal).getLiteral().isWellFormed();
  }

  /** OWL API throws where a violation lacks what it is asked for. */
  private static Optional<Object> known(Supplier<?> part) {
    try {
      return Optional.of(part.get());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** {@code UseOfUndeclaredClass} as {@code use of undeclared class}. */
  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
