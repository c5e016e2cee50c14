// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.model.Viewpoint;
import io.github.entente.query.Row;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;

/** Every membership and event on record, whatever the day. */
final class TimelineView {
  private TimelineView() {}

  static JsonObject json(Asked asked) {
    var memberships = asked.asserted("memberships", Viewpoint.ALL_DAYS);
    var events = asked.asserted("events", Viewpoint.ALL_DAYS);
    var page = new Page(asked.labels());
    page.status(memberships);
    page.json()
        .put(
            "memberships",
            page.array(memberships.rows(), row -> entry(page, row, memberships.variables())));
    page.json()
        .put("events", page.array(events.rows(), row -> entry(page, row, events.variables())));
    return page.done();
  }

  private static JsonObject entry(Page page, Row row, List<String> variables) {
    var entry = new JsonObject();
    variables.forEach(variable -> page.put(entry, variable, row, variable));
    return entry;
  }
}
