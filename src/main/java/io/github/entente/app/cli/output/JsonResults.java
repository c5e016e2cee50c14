// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.model.Viewpoint;
import io.github.entente.query.Basis;
import io.github.entente.query.Verification;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.util.Collection;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Writes the JSON results of the W3C with one member more, {@code entente}: how far they can be
 * trusted. Readers of the format pass over members that they do not know; {@code --quiet} leaves it
 * out.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>
 */
record JsonResults(Style style, PrintStream out) {
  void print(byte[] results, Status status) {
    if (style.quiet()) {
      out.writeBytes(results);
      return;
    }
    var json = JSON.parse(new ByteArrayInputStream(results));
    json.put("entente", trust(status));
    JSON.write(out, json);
    out.println();
  }

  private static JsonObject trust(Status status) {
    var json = new JsonObject();
    json.put("regime", status.regime().label());
    json.put("guarantee", status.guarantee().label());
    status.basis().ifPresent(basis -> json.put("basis", basis(basis)));
    status.view().ifPresent(view -> viewpoint(view, json));
    status.verification().ifPresent(found -> json.put("weakestVerification", level(found)));
    json.put("reasons", array(status.guarantee().reasons()));
    json.put("notes", array(status.notes()));
    return json;
  }

  private static JsonObject basis(Basis basis) {
    var json = new JsonObject();
    json.put("rules", basis.rules());
    json.put("models", basis.models());
    json.put("hermitVerdicts", basis.verdicts());
    return json;
  }

  /** Named as the options are; what is not there restricts or adds nothing. */
  private static void viewpoint(Viewpoint view, JsonObject json) {
    view.day().ifPresent(day -> json.put("asOf", day.toString()));
    view.recorded().ifPresent(day -> json.put("recorded", day.toString()));
    view.policy().ifPresent(policy -> json.put("accept", policy));
    json.put("includeUnverified", view.unverified());
    json.put("without", array(view.without()));
    json.put("engine", view.engine().label());
  }

  private static JsonObject level(Verification found) {
    var json = new JsonObject();
    json.put("traced", found.weakest().isPresent());
    found
        .weakest()
        .ifPresent(
            level -> {
              json.put("level", level.toString());
              json.put("name", found.name());
              json.put("facts", found.facts());
              json.put("untraced", found.untraced());
            });
    return json;
  }

  private static JsonArray array(Collection<String> texts) {
    var json = new JsonArray();
    texts.forEach(json::add);
    return json;
  }
}
