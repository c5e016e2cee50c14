// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that comes piece by piece, looked at before the parser sees it, as {@link Guard} looks at
 * a whole one: that it is UTF-8 and does not nest too deep. A byte order mark is left out.
 */
final class GuardedInput extends InputStream {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream from;
  private final String location;
  private final Nesting nesting;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer out = CharBuffer.allocate(8192);
  private byte[] start;
  private int startAt;

  /** The first bytes of a character whose last ones have not come. */
  private byte[] begun = {};

  private long offset;
  private boolean ended;

  GuardedInput(InputStream from, String location, Syntax syntax) {
    this.from = from;
    this.location = location;
    this.nesting = new Nesting(syntax, location);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int at, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = next(buffer, at, length);
    if (n < 0) {
      if (!ended && begun.length > 0) {
        throw Guard.notUtf8(location, nesting.line(), begun[0], offset - begun.length);
      }
      ended = true;
      return -1;
    }
    check(buffer, at, n);
    nesting.take(buffer, at, at + n);
    return n;
  }

  private int next(byte[] buffer, int at, int length) throws IOException {
    if (start == null) {
      start = from.readNBytes(MARK.length);
      if (Arrays.equals(start, MARK)) {
        startAt = MARK.length;
        offset = MARK.length;
      }
    }
    if (startAt < start.length) {
      int n = Math.min(length, start.length - startAt);
      System.arraycopy(start, startAt, buffer, at, n);
      startAt += n;
      return n;
    }
    return from.read(buffer, at, length);
  }

  private void check(byte[] buffer, int at, int n) {
    if (begun.length > 0 || !isAscii(buffer, at, n)) {
      var bytes = ByteBuffer.allocate(begun.length + n).put(begun).put(buffer, at, n).flip();
      while (true) {
        var result = decoder.decode(bytes, out.clear(), false);
        if (result.isError()) {
          int lines = 0;
          for (int i = 0; i < bytes.position(); i++) {
            lines += bytes.get(i) == '\n' ? 1 : 0;
          }
          throw Guard.notUtf8(
              location,
              nesting.line() + lines,
              bytes.get(bytes.position()),
              offset - begun.length + bytes.position());
        }
        if (result.isUnderflow()) {
          break;
        }
      }
      begun = new byte[bytes.remaining()];
      bytes.get(begun);
    }
    offset += n;
  }

  private static boolean isAscii(byte[] buffer, int at, int n) {
    for (int i = at; i < at + n; i++) {
      if (buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Nothing: parsers close what they read, and the rest of the file wants to be read too. */
  @Override
  public void close() {}
}
