// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day known to the precision of a year, a month or a day, without a time zone: the span of the
 * days that it may be, both ends inclusive.
 *
 * @param first first day it may be
 * @param last last day it may be
 * @see <a href="https://www.w3.org/TR/xmlschema11-2/#gYear">XML Schema 1.1, part 2: gYear,
 *     gYearMonth, date</a>
 */
public record PartialDate(LocalDate first, LocalDate last) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  public PartialDate {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }

  /**
   * Reads {@code 2024}, {@code 2024-04} or {@code 2024-04-04}; empty when the text is none of them
   * or no day of the calendar.
   */
  public static Optional<PartialDate> parse(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(matcher.group(1));
      if (matcher.group(2) == null) {
        return Optional.of(
            new PartialDate(Year.of(year).atDay(1), Year.of(year).atMonth(12).atEndOfMonth()));
      }
      var month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
      if (matcher.group(3) == null) {
        return Optional.of(new PartialDate(month.atDay(1), month.atEndOfMonth()));
      }
      var day = month.atDay(Integer.parseInt(matcher.group(3)));
      return Optional.of(new PartialDate(day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The as-of day that a text means: a day itself, the last day of a month or of a year.
   *
   * @throws EntenteException {@link ErrorCode#BAD_DATE}
   */
  public static LocalDate asOf(String text) {
    return parse(text)
        .map(PartialDate::last)
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_DATE,
                    "'"
                        + text
                        + "' is not a date. Write a day as 2024-04-04, or 2024-04 or 2024 for the"
                        + " last day of that month or year."));
  }

  /** Whether it is known to the day. */
  public boolean exact() {
    return first.equals(last);
  }
}
