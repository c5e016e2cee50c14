// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.NO_FOREIGN;
import static io.github.entente.source.Fixtures.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read as they come, beside the same bytes read as a whole. */
class StreamedFileTest {
  private static final int LINES = 40_000;

  @TempDir private Path folder;

  /** Long enough for many buffers; letters of one to four bytes, so that some fall on an edge. */
  private static String lines(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("<urn:s:").append(i).append("> <urn:p> \"é€\uD83D\uDE00( \\\" [ # <").append(i);
      text.append("\"@fr .\n");
    }
    return text.toString();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private SourceDocument read(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    return Documents.read(file, NO_FOREIGN).get(0);
  }

  @Test
  void aFileIsTheSameReadAsItComesOrAsAWhole() throws Exception {
    byte[] plain = ("\uFEFF" + lines(LINES)).getBytes(UTF_8);
    for (var name : List.of("a.nt", "a.ttl", "a.nt.gz")) {
      byte[] bytes = name.endsWith(".gz") ? packed(plain) : plain;
      var streamed = read(name, bytes);
      var whole = Documents.read(streamed.graphName(), name, bytes, NO_FOREIGN);
      assertThat(streamed.graph().size()).as(name).isEqualTo(LINES);
      assertThat(streamed.graph().isIsomorphicWith(whole.graph())).as(name).isTrue();
      assertThat(streamed.sha256())
          .isEqualTo(whole.sha256())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
  }

  @Test
  void aWrongByteFarInsideIsToldByLineAndOffset() throws Exception {
    byte[] text = lines(LINES).getBytes(UTF_8);
    int at = text.length / 2;
    while (text[at] != 's') {
      at++;
    }
    text[at] = (byte) 0xFF;
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    assertRefused(ErrorCode.NOT_UTF8, () -> read("b.nt", text))
        .contains("b.nt:" + line + ":", "0xFF at offset " + at);
    var cut = Arrays.copyOf("<urn:s> <urn:p> \"é".getBytes(UTF_8), 18);
    assertRefused(ErrorCode.NOT_UTF8, () -> read("c.nt", cut)).contains("0xC3 at offset 17");
  }

  @Test
  void nestingFarInsideIsRefused() {
    var text = lines(LINES) + "<urn:a> <urn:p> " + "( ".repeat(1000) + " .";
    assertRefused(ErrorCode.MALFORMED_FILE, () -> read("d.ttl", text.getBytes(UTF_8)))
        .contains("d.ttl:" + (LINES + 1) + ": nested more than");
  }

  @Test
  void whatOnlyBeginsLikeAnIriIsCountedToo() {
    var text = "<urn:a> <urn:p> " + "<(".repeat(1000) + " .";
    assertRefused(ErrorCode.MALFORMED_FILE, () -> read("e.ttl", text.getBytes(UTF_8)));
    var endless = "<urn:a> <urn:p> <" + "a".repeat(100_000) + "> .";
    assertRefused(ErrorCode.MALFORMED_FILE, () -> read("f.ttl", endless.getBytes(UTF_8)))
        .contains("f.ttl:1", "IRI of more than");
  }

  @Test
  void aPackedFileThatIsCutOffIsRefused() throws Exception {
    byte[] whole = packed(lines(LINES).getBytes(UTF_8));
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 3}) {
      assertRefused(ErrorCode.MALFORMED_FILE, () -> read("g.nt.gz", Arrays.copyOf(whole, length)))
          .contains("g.nt.gz", "gzip");
    }
  }

  @Test
  void itIsToldHowFarAFileHasCome() throws Exception {
    byte[] text = lines(LINES).getBytes(UTF_8);
    var file = Files.write(folder.resolve("h.nt"), text);
    var told = new ArrayList<Reading>();
    Documents.read(file, NO_FOREIGN, told::add);
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(told).extracting(Reading::triples).isSorted();
    assertThat(told).extracting(Reading::read).isSorted();
    assertThat(told)
        .allSatisfy(
            reading -> {
              assertThat(reading.size()).isEqualTo(text.length);
              assertThat(reading.read()).isBetween(1L, (long) text.length);
              double read = (double) reading.read() / text.length;
              assertThat((double) reading.triples() / LINES).isBetween(read - 0.05, read + 0.05);
            });
  }
}
