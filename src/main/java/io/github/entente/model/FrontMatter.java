// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a query file says about itself: lines {@code #+ key: value} at its head, so that it runs
 * unchanged in any tool.
 */
public final class FrontMatter {
  private static final String MARK = "#+";

  private FrontMatter() {}

  /**
   * The keys and their values, in order; linear in the length of the head.
   *
   * @param location where the query stands, for messages
   * @throws EntenteException {@link ErrorCode#BAD_QUERY} when a line has no colon
   */
  public static Map<String, String> of(String location, String text) {
    var front = new LinkedHashMap<String, String>();
    for (String line : text.lines().takeWhile(l -> l.startsWith(MARK)).toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new EntenteException(
            ErrorCode.BAD_QUERY,
            location + ": front matter wants '#+ key: value', found '" + line + "'.");
      }
      front.put(line.substring(MARK.length(), colon).strip(), line.substring(colon + 1).strip());
    }
    return Collections.unmodifiableMap(front);
  }
}
