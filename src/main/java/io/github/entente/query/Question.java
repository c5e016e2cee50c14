// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Regime;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named question: a SPARQL query with front matter ({@code #+ key: value} lines at its head, so
 * that the file stays a valid query).
 *
 * @param id such as {@code CQ-033}
 * @param name such as {@code overlapping-frameworks}
 * @param question the question as a person asks it
 * @param summary caption of the answer, one sentence
 * @param regime the regime it is meant for
 * @param asOf the day it is asked about unless another is given
 * @param text the whole file
 * @param front all keys of the front matter, in order
 */
public record Question(
    String id,
    String name,
    String question,
    String summary,
    Regime regime,
    Optional<LocalDate> asOf,
    String text,
    Map<String, String> front) {

  private static final String MARK = "#+";

  public Question {
    front = Collections.unmodifiableMap(new LinkedHashMap<>(front));
  }

  /**
   * Reads a question.
   *
   * @param location where it stands, for messages
   * @throws EntenteException {@link ErrorCode#BAD_QUERY} when a key of the front matter is missing
   */
  public static Question parse(String location, String text) {
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
    var missing =
        List.of("id", "name", "question", "summary").stream()
            .filter(key -> !front.containsKey(key))
            .toList();
    if (!missing.isEmpty()) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY,
          location
              + ": front matter lacks "
              + missing.stream().map(k -> "'#+ " + k + ": …'").collect(Collectors.joining(", "))
              + ".");
    }
    return new Question(
        front.get("id"),
        front.get("name"),
        front.get("question"),
        front.get("summary"),
        Regime.parse(front.getOrDefault("regime", Regime.OWL_DIRECT.label())),
        Optional.ofNullable(front.get("asOf")).map(PartialDate::asOf),
        text,
        front);
  }
}
