// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import io.github.entente.model.Deadline;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Evaluation;
import io.github.entente.query.Question;
import io.github.entente.query.Request;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/** How a question becomes a request. */
final class Asking {
  /** The parameter that a query may use for the as-of day. */
  static final String DAY = "asOf";

  private Asking() {}

  static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  static Outcome<Answers> run(
      KnowledgeBase kb,
      Query query,
      Optional<Question> question,
      Viewpoint view,
      Regime regime,
      Map<String, Node> bindings,
      Deadline deadline,
      int most) {
    return Evaluation.run(
        new Request(query, question, view, regime, bindings, deadline, most), kb.worlds());
  }
}
