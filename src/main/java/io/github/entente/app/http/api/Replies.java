// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Replies that were given, for as long as the knowledge base is the same. Errors are not kept. Safe
 * for use by many threads.
 */
final class Replies {
  private static final int MOST_BYTES = 96 << 20;

  private final Map<String, Reply> kept = new LinkedHashMap<>(16, 0.75f, true);
  private KnowledgeBase of;
  private long bytes;

  Reply of(KnowledgeBase kb, String key, Supplier<Reply> make) {
    synchronized (kept) {
      if (of != kb) {
        kept.clear();
        bytes = 0;
        of = kb;
      }
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    var reply = make.get();
    synchronized (kept) {
      if (of == kb && kept.put(key, reply) == null) {
        bytes += reply.body().length;
        var eldest = kept.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
          bytes -= eldest.next().body().length;
          eldest.remove();
        }
      }
    }
    return reply;
  }
}
