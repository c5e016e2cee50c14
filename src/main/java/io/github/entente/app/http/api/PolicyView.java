// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;

/** What a policy of acceptance adds to the world of a day. */
final class PolicyView {
  private PolicyView() {}

  static JsonObject json(KnowledgeBase kb, Call call) {
    var view = call.view(kb);
    var before = kb.snapshot(view.policy(Optional.empty())).asserted();
    var after = kb.snapshot(view.policy(Optional.of(call.require("name"))));
    var page = new Page(Asked.labels(kb));
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
