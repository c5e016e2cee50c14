// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;

/** Reads people's own copies of source texts, and tells in what a wrong one differs. */
final class Copies {
  private static final String MARK = "\uFEFF";

  /** What may have happened to a copy on its way, what undoes it, and how to say so. */
  private record Change(String what, UnaryOperator<String> undo) {}

  private static final Change NONE = new Change("", text -> text);

  private static final List<List<Change>> CHANGES =
      List.of(
          List.of(
              NONE,
              new Change(
                  "it begins with a byte order mark (save it as UTF-8 without one)",
                  text -> text.startsWith(MARK) ? text.substring(1) : text)),
          List.of(
              NONE,
              new Change(
                  "its lines end in CR LF (save it with LF alone)",
                  text -> text.replace("\r\n", "\n")),
              new Change(
                  "its lines end in LF alone (save it with CR LF)",
                  text -> text.replaceAll("\\R", "\r\n"))),
          List.of(
              NONE,
              new Change(
                  "its accented letters are decomposed (save it in Unicode's form NFC)",
                  text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
              new Change(
                  "its accented letters are composed (save it in Unicode's form NFD)",
                  text -> Normalizer.normalize(text, Normalizer.Form.NFD))),
          List.of(
              NONE,
              new Change("it ends in line breaks (take them away)", Copies::withoutEnd),
              new Change(
                  "it does not end in exactly one line break (let it end so)",
                  text -> withoutEnd(text) + "\n")));

  private final Anchors anchors;

  Copies(Anchors anchors) {
    this.anchors = anchors;
  }

  /** The text that the file is a copy of, with its content. */
  Map.Entry<Node, String> read(Path file) {
    var bytes = Documents.bytes(file);
    Guard.utf8(file.toString(), bytes);
    var content = new String(bytes, StandardCharsets.UTF_8);
    var digests = anchors.digests();
    if (digests.isEmpty()) {
      throw wrong(
          file
              + " cannot be compared: the data describe no source text by a SHA-256 digest with"
              + " passages in it. Load the data that do.");
    }
    String digest = Digests.sha256(bytes);
    return digests.entrySet().stream()
        .filter(known -> known.getValue().equals(digest))
        .findFirst()
        .map(known -> Map.entry(known.getKey(), content))
        .orElseThrow(() -> refused(file, content, digest));
  }

  private EntenteException refused(Path file, String content, String digest) {
    for (var text : anchors.digests().keySet()) {
      var changes = changes(content, anchors.digests().get(text));
      if (!changes.isEmpty()) {
        return wrong(
            "%s is not the text %s byte for byte, although its words are: %s. %s"
                .formatted(file, text, String.join("; ", changes), digests(text, digest)));
      }
    }
    var nearest =
        anchors.digests().keySet().stream()
            .max(
                Comparator.comparing(
                    text ->
                        anchors.passagesOf(text).stream().filter(p -> fits(p, content)).count()))
            .orElseThrow();
    return wrong(
        "%s is no copy of the text %s: %s. It has %d code points, where the last passage ends at %d. %s"
                .formatted(
                    file,
                    nearest,
                    difference(nearest, content),
                    content.codePointCount(0, content.length()),
                    anchors.passagesOf(nearest).stream().mapToInt(Passage::end).max().orElse(0),
                    digests(nearest, digest))
            + " Give the file from which the anchors were made.");
  }

  private String digests(Node text, String actual) {
    return "SHA-256 expected: " + anchors.digests().get(text) + ", actual: " + actual + ".";
  }

  /** The passage at which it first differs, or that all passages are there. */
  private String difference(Node text, String content) {
    var known = anchors.passagesOf(text).stream().filter(p -> p.sha256().isPresent()).toList();
    // The shortest of the wrong passages that end first tells most closely where it is.
    var wrong =
        known.stream()
            .filter(passage -> !fits(passage, content))
            .min(
                Comparator.comparing(Passage::end)
                    .thenComparing(Passage::start, Comparator.reverseOrder()));
    if (wrong.isEmpty()) {
      return "it differs outside the "
          + known.size()
          + " passages whose digests are known, all of which are there";
    }
    return "the first passage that differs is %s, code points %d to %d"
        .formatted(wrong.get().id(), wrong.get().start(), wrong.get().end());
  }

  static boolean fits(Passage passage, String content) {
    return passage.end() <= content.codePointCount(0, content.length())
        && passage
            .sha256()
            .filter(
                sha256 ->
                    !sha256.equals(
                        Digests.sha256(cut(passage, content).getBytes(StandardCharsets.UTF_8))))
            .isEmpty();
  }

  static String cut(Passage passage, String content) {
    int from = content.offsetByCodePoints(0, passage.start());
    int to = content.offsetByCodePoints(from, passage.end() - passage.start());
    return content.substring(from, to);
  }

  /** The fewest changes that make a text of the digest from the content; empty if none do. */
  private static List<String> changes(String content, String digest) {
    List<String> fewest = List.of();
    for (var mark : CHANGES.get(0)) {
      for (var lines : CHANGES.get(1)) {
        for (var form : CHANGES.get(2)) {
          for (var end : CHANGES.get(3)) {
            var made = new ArrayList<Change>(List.of(mark, lines, form, end));
            made.removeIf(NONE::equals);
            String text = content;
            for (var change : made) {
              text = change.undo().apply(text);
            }
            boolean fewer = fewest.isEmpty() || made.size() < fewest.size();
            if (fewer && Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).equals(digest)) {
              fewest = made.stream().map(Change::what).toList();
            }
          }
        }
      }
    }
    return fewest;
  }

  private static String withoutEnd(String text) {
    return text.replaceFirst("[\\r\\n]+$", "");
  }

  static EntenteException wrong(String message) {
    return new EntenteException(ErrorCode.WRONG_TEXT, message);
  }
}
