// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.overlap.Overlaps;
import io.github.entente.query.Labels;
import java.util.List;
import java.util.Optional;

/**
 * Prints how frameworks overlap.
 *
 * @param all whether long lists are printed to their end, for a person too
 */
public record OverlapPrinter(Console console, Style style, boolean all) {
  private static final int PAIRS = 15;
  private static final int GROUPS = 10;

  /**
   * Prints one part, or all of them; for a program the pairs unless another part is asked for.
   *
   * @throws io.github.entente.model.EntenteException {@code BAD_OPTION} for a format of triples
   */
  public void print(Overlaps overlaps, Optional<Part> part, Labels labels) {
    var format = style.table(console);
    var status = status(overlaps);
    if (format == Format.TABLE) {
      var terms = new Terms(labels, style.iri());
      for (var each : part.map(List::of).orElse(List.of(Part.values()))) {
        switch (each) {
          case MATRIX -> matrix(overlaps, terms);
          case PAIRS -> pairs(overlaps, terms);
          case GROUPS -> groups(overlaps, terms);
        }
        console.out().println();
      }
    } else {
      boolean full = style.iri() || format == Format.JSON || format == Format.XML;
      var rows = OverlapRows.of(overlaps, part.orElse(Part.PAIRS), new Terms(labels, full));
      if (format == Format.JSON) {
        new JsonResults(style, console.out())
            .print(StandardResults.json(rows.variables(), rows.rows()), status);
      } else {
        new RowsPrinter(console, style).print(rows.variables(), rows.rows(), labels);
      }
    }
    status.print(console, style);
  }

  private static Status status(Overlaps overlaps) {
    return new Status(
        overlaps.regime(),
        overlaps.guarantee(),
        Optional.empty(),
        overlaps.view(),
        extent(overlaps),
        overlaps.verification(),
        List.of());
  }

  private static String extent(Overlaps overlaps) {
    return String.join(
        " · ",
        Text.count(overlaps.parties().size(), "party", "parties"),
        Text.count(overlaps.frameworks().size(), "framework"),
        Text.count(overlaps.seats().size(), "seat"));
  }

  private void matrix(Overlaps overlaps, Terms terms) {
    title("Who sits where");
    new Matrix(overlaps, all, console, terms).print();
  }

  private void pairs(Overlaps overlaps, Terms terms) {
    title("Frameworks by the number of parties they share");
    var shown = all ? overlaps.pairs() : first(overlaps.pairs(), PAIRS);
    TextTable.of(
            List.of("shared", "framework", "and framework"),
            shown.stream()
                .map(
                    pair ->
                        List.of(
                            String.valueOf(pair.shared().size()),
                            terms.shortName(pair.frameworkA()),
                            terms.shortName(pair.frameworkB())))
                .toList())
        .print(console);
    rest(overlaps.pairs().size() - shown.size(), "pair");
  }

  private void groups(Overlaps overlaps, Terms terms) {
    title("Largest groups of parties that sit together in several frameworks");
    var shown = all ? overlaps.groups() : first(overlaps.groups(), GROUPS);
    for (var group : shown) {
      String size = Text.paddedLeft(String.valueOf(group.parties().size()), 4) + "  ";
      var frameworks =
          Text.flow(
              group.frameworks().stream().map(terms::shortName).toList(), console.width() - 6);
      var parties =
          Text.wrap(
              String.join(", ", group.parties().stream().map(terms::name).sorted().toList()),
              console.width() - 6);
      for (int i = 0; i < frameworks.size(); i++) {
        console.out().println((i == 0 ? size : "      ") + console.bold(frameworks.get(i)));
      }
      parties.forEach(line -> console.out().println("      " + line));
    }
    rest(overlaps.groups().size() - shown.size(), "group");
  }

  private void title(String text) {
    console.out().println(console.bold(text));
    console.out().println();
  }

  private void rest(int count, String noun) {
    if (count > 0 && !style.quiet()) {
      console.out().println("and " + Text.count(count, "more " + noun) + ": --all shows them.");
    }
  }

  private static <T> List<T> first(List<T> list, int count) {
    return list.subList(0, Math.min(count, list.size()));
  }
}
