// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;

/** What a policy of acceptance adds to the world of a day. */
final class PolicyView {
  private PolicyView() {}

  static JsonObject json(Asked asked) {
    var view = asked.view();
    var before = asked.kb().snapshot(view.policy(Optional.empty())).asserted();
    var after = asked.kb().snapshot(view.policy(Optional.of(asked.require("name"))));
    var page = new Page(asked.labels());
    var added =
        after.asserted().stream()
            .filter(triple -> !before.contains(triple))
            .sorted(Comparator.comparing(Triple::toString))
            .toList();
    page.json().put("added", page.array(added, triple -> AnswersView.triple(triple, page)));
    page.json().put("notes", Page.texts(after.notes()));
    return page.done();
  }
}
