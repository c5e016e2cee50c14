// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.model.Engine;
import io.github.entente.model.Regime;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** What the frame of the workbench needs: epochs, the default day, policies, prefixes. */
final class AboutView {
  private AboutView() {}

  static JsonObject json(Asked asked) {
    var json = new JsonObject();
    asked.kb().defaultDay().ifPresent(day -> json.put("defaultDay", day.toString()));
    json.put("documents", asked.kb().documents().size());
    var epochs = new JsonArray();
    asked.kb().epochs().stream()
        .filter(epoch -> !epoch.first().equals(LocalDate.MIN))
        .forEach(epoch -> epochs.add(epoch.first().toString()));
    json.put("epochs", epochs);
    var policies = new JsonArray();
    asked
        .kb()
        .policies()
        .forEach(
            policy -> {
              var entry = new JsonObject();
              entry.put("name", policy.name());
              entry.put("label", policy.label());
              entry.put("definition", policy.definition());
              policies.add(entry);
            });
    json.put("policies", policies);
    json.put("regimes", Page.texts(Stream.of(Regime.values()).map(Regime::label).toList()));
    json.put("engines", Page.texts(Stream.of(Engine.values()).map(Engine::label).toList()));
    var prefixes = new JsonObject();
    asked.labels().prefixes().getNsPrefixMap().forEach(prefixes::put);
    json.put("prefixes", prefixes);
    return json;
  }
}
