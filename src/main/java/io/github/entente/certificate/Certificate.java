// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.Viewpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * What proves an answer set: a derivation of each fact that a row needs, and models in which
 * nothing else is true of what was asked. Immutable, but for the models' being large.
 *
 * @param asked what was asked, of what
 * @param steps derivations, each after those of its premises
 * @param models interpretations in which all axioms are to hold
 * @param complete whether the models are said to leave no further row open
 * @param result the answer
 */
public record Certificate(
    Asked asked, List<Step> steps, List<Model> models, boolean complete, Result result) {
  public Certificate {
    steps = List.copyOf(steps);
    models = List.copyOf(models);
  }

  /**
   * What was asked.
   *
   * @param query SPARQL text, parameters put in
   * @param view from where the world was looked at
   * @param snapshot digest of the snapshot
   */
  public record Asked(String query, Viewpoint view, String snapshot) {}

  /**
   * One step of a derivation.
   *
   * @param fact what follows
   * @param axioms axioms of the data that it follows by, in functional-style syntax
   * @param premises numbers of earlier steps that it follows from
   * @param verdict whether it is taken from the reasoner without a derivation: then there are
   *     neither axioms nor premises
   */
  public record Step(OWLAxiom fact, List<String> axioms, List<Integer> premises, boolean verdict) {
    public Step {
      axioms = List.copyOf(axioms);
      premises = List.copyOf(premises);
    }
  }

  /**
   * The answer.
   *
   * @param columns names of the variables; none for the answer to ASK
   * @param rows terms as N-Triples has them, an empty text for none; for ASK one row where it is
   *     true
   */
  public record Result(List<String> columns, List<List<String>> rows) {
    public Result {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** How many facts rest on a verdict of the reasoner alone. */
  public long verdicts() {
    return steps.stream().filter(Step::verdict).count();
  }

  /** Writes it, compressed, in the format that {@code docs/guide/certificates.md} describes. */
  public void write(OutputStream out) throws IOException {
    CertificateWriter.write(this, out);
  }

  /**
   * Reads one.
   *
   * @throws EntenteException BAD_CERTIFICATE where the bytes are none, or were changed
   */
  public static Certificate read(InputStream in) throws IOException {
    return CertificateReader.read(in);
  }
}
