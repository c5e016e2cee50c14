// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Policy;
import io.github.entente.query.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/** What is claimed, by whom, how, and what the record of the day has to say to it. */
final class ClaimsView {
  /** The named question that compares claims with the record. */
  private static final String COMPARISON = "claims-against-the-record";

  private ClaimsView() {}

  static JsonObject json(Asked asked) {
    var view = asked.view();
    var compared = asked.kb().ask(COMPARISON).from(view).timeout(asked.limit()).run();
    var page = new Page(asked.labels());
    page.status(compared);
    var claims = new LinkedHashMap<Node, JsonObject>();
    for (var row : asked.asserted("claims", view).rows()) {
      var claim = claim(claims, row, page);
      String aspect = row.get("aspect").orElseThrow().getLiteralLexicalForm();
      list(claim, aspect).add(page.value(row.get("value").orElseThrow()));
    }
    for (var row : asked.asserted("contents", view).rows()) {
      var claim = claim(claims, row, page);
      var statement = new JsonArray();
      for (var variable : new String[] {"subject", "predicate", "object"}) {
        statement.add(page.value(row.get(variable).orElseThrow()));
      }
      list(claim, "content").add(statement);
    }
    for (var row : compared.rows()) {
      var claim = claim(claims, row, page);
      page.put(claim, "verdict", row, "verdict");
    }
    json(page, asked.kb(), claims);
    return page.done();
  }

  private static void json(Page page, KnowledgeBase kb, Map<Node, JsonObject> claims) {
    page.json().put("claims", page.array(claims.values(), claim -> claim));
    page.json().put("policies", page.array(kb.policies(), policy -> policy(policy, page)));
  }

  private static JsonObject claim(Map<Node, JsonObject> claims, Row row, Page page) {
    return claims.computeIfAbsent(
        row.get("claim").orElseThrow(),
        node -> {
          var claim = new JsonObject();
          claim.put("id", page.key(node));
          return claim;
        });
  }

  private static JsonArray list(JsonObject claim, String name) {
    if (!claim.hasKey(name)) {
      claim.put(name, new JsonArray());
    }
    return claim.get(name).getAsArray();
  }

  private static JsonObject policy(Policy policy, Page page) {
    var entry = new JsonObject();
    entry.put("name", policy.name());
    entry.put("label", policy.label());
    entry.put("definition", policy.definition());
    entry.put("speakers", page.keys(policy.speakers()));
    entry.put("modes", page.keys(policy.modes()));
    entry.put("certainties", page.keys(policy.certainties()));
    return entry;
  }
}
