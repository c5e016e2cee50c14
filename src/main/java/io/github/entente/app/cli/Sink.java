// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output that remembers why it could not be written, which a print stream forgets. */
final class Sink extends FilterOutputStream {
  private IOException failure;

  Sink(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether the reader has seen enough, as {@code head} does. */
  boolean readerLeft() {
    return failure().map(e -> String.valueOf(e.getMessage()).contains("pipe")).orElse(false);
  }
}
