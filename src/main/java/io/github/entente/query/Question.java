// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.FrontMatter;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Regime;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param needs how much reasoning its answer needs, where that is said
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
    Optional<Needs> needs,
    String text,
    Map<String, String> front) {

  /** The least that gives the whole answer, and shows that it is whole. */
  public enum Needs {
    /** What is asserted. */
    SIMPLE,
    /** What rules derive. */
    RULES,
    /** What follows by cases or by refutation as well, or a proof that nothing does. */
    DL;

    private static Needs parse(String location, String name) {
      return Stream.of(values())
          .filter(needs -> needs.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new EntenteException(
                      ErrorCode.BAD_QUERY,
                      location + ": '#+ needs:' is simple, rules or dl, not '" + name + "'."));
    }
  }

  public Question {
    front = Collections.unmodifiableMap(new LinkedHashMap<>(front));
  }

  /**
   * Reads a question.
   *
   * @param location where it stands, for messages
   * @throws EntenteException {@link ErrorCode#BAD_QUERY} when a key of the front matter is missing
   *     or means nothing
   */
  public static Question parse(String location, String text) {
    var front = FrontMatter.of(location, text);
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
        Optional.ofNullable(front.get("needs")).map(name -> Needs.parse(location, name)),
        text,
        front);
  }
}
