// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.TemporalProfile;
import io.github.entente.model.Viewpoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/**
 * The temporal marks in the documents, as a profile says to read them.
 *
 * @param intervals when the subjects with first, last, end or event days are in force
 * @param events the subjects with an event day
 * @param rosters what is said about how well rosters are looked after
 * @param records when the subjects with such marks stood on record
 * @param unverified subjects that are taken in only where asked for
 */
record Marks(
    Map<Node, Interval> intervals,
    Set<Node> events,
    Map<Node, Roster> rosters,
    Map<Node, Interval> records,
    Set<Node> unverified) {
  /** Lengths of the lexical forms by datatype: a year is no day. */
  private static final Map<String, Integer> LENGTHS =
      Map.of(XSD.gYear.getURI(), 4, XSD.gYearMonth.getURI(), 7, XSD.date.getURI(), 10);

  /** A value and the file in which it stands. */
  private record Mark(PartialDate date, String location) {}

  /** How sure it is that a fact is in force on a day. */
  enum Force {
    IN,
    UNSURE,
    OUT
  }

  /** Days between which a fact is in force; empty where there is no mark. */
  record Interval(Optional<PartialDate> first, Optional<PartialDate> last) {
    Force on(LocalDate day) {
      boolean before = first.filter(date -> day.isBefore(date.first())).isPresent();
      boolean after = last.filter(date -> day.isAfter(date.last())).isPresent();
      if (before || after) {
        return Force.OUT;
      }
      return startUnsure(day) || endUnsure(day) ? Force.UNSURE : Force.IN;
    }

    boolean startUnsure(LocalDate day) {
      return first.filter(date -> day.isBefore(date.last())).isPresent();
    }

    boolean endUnsure(LocalDate day) {
      return last.filter(date -> day.isAfter(date.first())).isPresent();
    }
  }

  /** From when a roster is complete and until when it is looked after. */
  record Roster(Optional<PartialDate> curatedUntil, Optional<PartialDate> completeFrom) {
    boolean beyondCuration(LocalDate day) {
      return curatedUntil.filter(date -> day.isAfter(date.first())).isPresent();
    }

    boolean complete(LocalDate day) {
      return completeFrom.filter(date -> !day.isBefore(date.last())).isPresent()
          && curatedUntil.isPresent()
          && !beyondCuration(day);
    }
  }

  static Marks read(List<SourceDocument> documents, TemporalProfile profile) {
    var first = marks(documents, profile.firstDay(), UnaryOperator.identity());
    var events = marks(documents, profile.eventDay(), UnaryOperator.identity());
    events.forEach((subject, mark) -> put(first, subject, mark));
    var last = marks(documents, profile.lastDay(), UnaryOperator.identity());
    marks(documents, profile.endDay(), Marks::dayBefore)
        .forEach((subject, mark) -> put(last, subject, mark));
    var curated = marks(documents, profile.curatedUntil(), UnaryOperator.identity());
    var complete = marks(documents, profile.completeFrom(), UnaryOperator.identity());
    var intervals = new HashMap<Node, Interval>();
    first.forEach((subject, mark) -> intervals.put(subject, interval(subject, first, last)));
    last.forEach((subject, mark) -> intervals.put(subject, interval(subject, first, last)));
    var rosters = new HashMap<Node, Roster>();
    curated.forEach((subject, mark) -> rosters.put(subject, roster(subject, curated, complete)));
    complete.forEach((subject, mark) -> rosters.put(subject, roster(subject, curated, complete)));
    var recordedFrom = marks(documents, profile.recordedFrom(), UnaryOperator.identity());
    var recordedUntil = marks(documents, profile.recordedUntil(), UnaryOperator.identity());
    var records = new HashMap<Node, Interval>();
    Stream.concat(recordedFrom.keySet().stream(), recordedUntil.keySet().stream())
        .forEach(s -> records.put(s, interval(s, recordedFrom, recordedUntil)));
    return new Marks(
        Map.copyOf(intervals),
        Set.copyOf(events.keySet()),
        Map.copyOf(rosters),
        Map.copyOf(records),
        Set.copyOf(unverified(documents, profile)));
  }

  private static Set<Node> unverified(List<SourceDocument> documents, TemporalProfile profile) {
    var subjects = new HashSet<Node>();
    for (var document : documents) {
      for (var predicate : profile.verification()) {
        for (var level : profile.leftOut()) {
          document
              .graph()
              .find(Node.ANY, predicate, level)
              .forEachRemaining(triple -> subjects.add(triple.getSubject()));
        }
      }
    }
    return subjects;
  }

  /** The facts not in force on the day of a viewpoint; none without a day. */
  Set<Node> notInForce(Viewpoint view) {
    var out = new HashSet<Node>();
    view.day()
        .ifPresent(
            day ->
                intervals.forEach(
                    (fact, interval) -> {
                      if (interval.on(day) == Force.OUT) {
                        out.add(fact);
                      }
                    }));
    return out;
  }

  /**
   * The facts that a viewpoint leaves out whatever its day: not on record on its recorded day (by
   * default, superseded), or not verified.
   */
  Set<Node> leftOut(Viewpoint view) {
    var out = new HashSet<Node>();
    records.forEach(
        (fact, interval) -> {
          boolean onRecord =
              view.recorded()
                  .map(day -> interval.on(day) != Force.OUT)
                  .orElse(interval.last().isEmpty());
          if (!onRecord) {
            out.add(fact);
          }
        });
    if (!view.unverified()) {
      out.addAll(unverified);
    }
    return out;
  }

  /** The days on which anything changes: each is the first of an epoch. */
  TreeSet<LocalDate> changes() {
    var days = new TreeSet<LocalDate>();
    intervals
        .values()
        .forEach(
            interval -> {
              addFrom(days, interval.first());
              addUntil(days, interval.last());
            });
    rosters
        .values()
        .forEach(
            roster -> {
              addFrom(days, roster.completeFrom());
              addUntil(days, roster.curatedUntil());
            });
    return days;
  }

  private static void addFrom(Set<LocalDate> days, Optional<PartialDate> date) {
    date.ifPresent(
        d -> {
          days.add(d.first());
          days.add(d.last());
        });
  }

  private static void addUntil(Set<LocalDate> days, Optional<PartialDate> date) {
    date.ifPresent(
        d -> {
          days.add(d.first().plusDays(1));
          days.add(d.last().plusDays(1));
        });
  }

  private static Map<Node, Mark> marks(
      List<SourceDocument> documents, Set<Node> predicates, UnaryOperator<PartialDate> meaning) {
    var marks = new HashMap<Node, Mark>();
    for (var document : documents) {
      for (var predicate : predicates) {
        document
            .graph()
            .find(Node.ANY, predicate, Node.ANY)
            .forEachRemaining(
                triple -> {
                  var date = date(triple.getSubject(), triple.getObject(), document.location());
                  var mark = new Mark(meaning.apply(date), document.location());
                  put(marks, triple.getSubject(), mark);
                });
      }
    }
    return marks;
  }

  private static void put(Map<Node, Mark> marks, Node subject, Mark mark) {
    var other = marks.putIfAbsent(subject, mark);
    if (other != null && !other.date().equals(mark.date())) {
      throw new EntenteException(
          ErrorCode.BAD_INTERVAL,
          "%s: %s has two different days where it can have one: %s and %s (%s). Keep one of them."
              .formatted(
                  mark.location(),
                  Names.of(subject),
                  Names.of(mark.date()),
                  Names.of(other.date()),
                  other.location()));
    }
  }

  private static PartialDate date(Node subject, Node value, String location) {
    Optional<PartialDate> date = Optional.empty();
    if (value.isLiteral()) {
      var text = value.getLiteralLexicalForm().strip();
      var length = LENGTHS.get(value.getLiteralDatatypeURI());
      date = length != null && length == text.length() ? PartialDate.parse(text) : date;
    }
    return date.orElseThrow(
        () ->
            new EntenteException(
                ErrorCode.BAD_INTERVAL,
                ("%s: %s has the temporal mark %s, which is no day, month or year without a time"
                        + " zone. Write it as \"2024-04-04\"^^xsd:date, \"2024-04\"^^xsd:gYearMonth"
                        + " or \"2024\"^^xsd:gYear.")
                    .formatted(location, Names.of(subject), Names.of(value))));
  }

  private static PartialDate dayBefore(PartialDate date) {
    return new PartialDate(date.first().minusDays(1), date.last().minusDays(1));
  }

  private static Interval interval(Node subject, Map<Node, Mark> first, Map<Node, Mark> last) {
    var from = Optional.ofNullable(first.get(subject));
    var until = Optional.ofNullable(last.get(subject));
    if (from.isPresent() && until.isPresent()) {
      var start = from.get().date();
      var end = until.get().date();
      if (end.last().isBefore(start.first())) {
        throw new EntenteException(
            ErrorCode.BAD_INTERVAL,
            "%s: the last day of %s (%s) is before its first day (%s). Correct one of them."
                .formatted(
                    until.get().location(), Names.of(subject), Names.of(end), Names.of(start)));
      }
    }
    return new Interval(from.map(Mark::date), until.map(Mark::date));
  }

  private static Roster roster(Node subject, Map<Node, Mark> curated, Map<Node, Mark> complete) {
    return new Roster(
        Optional.ofNullable(curated.get(subject)).map(Mark::date),
        Optional.ofNullable(complete.get(subject)).map(Mark::date));
  }
}
