// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of the Turtle family as it comes, without holding its bytes: what it takes is what
 * its triples take.
 */
final class StreamedFile {
  private static final int BUFFER = 1 << 16;
  private static final int TOLD_EVERY = 1 << 14;

  private final String graphName;
  private final Path file;
  private final Reading.Listener listener;

  StreamedFile(String graphName, Path file, Reading.Listener listener) {
    this.graphName = graphName;
    this.file = file;
    this.listener = listener;
  }

  SourceDocument read(Syntax syntax) {
    var location = file.toString();
    var errors = new StrictErrors(location, syntax.label());
    try (var raw = new Counted(Files.newInputStream(file))) {
      long size = Files.size(file);
      var digested = new DigestInputStream(raw, Digests.sha256());
      var sink =
          new DocumentSink(graphName, location, errors) {
            private long triples;

            @Override
            void added() {
              if (++triples % TOLD_EVERY == 0) {
                listener.at(new Reading(location, raw.count, size, triples));
              }
            }
          };
      try (var unpacked = unpacked(location, digested)) {
        var text = new GuardedInput(unpacked, location, syntax);
        DocumentReader.parse(syntax.lang().orElseThrow(), graphName, text, sink, errors);
        text.transferTo(java.io.OutputStream.nullOutputStream());
        digested.transferTo(java.io.OutputStream.nullOutputStream());
        return sink.document(Digests.hex(digested.getMessageDigest().digest()));
      } catch (Unzip e) {
        throw DocumentReader.notPacked(location, e.getCause());
      }
    } catch (IOException e) {
      throw Documents.unreadable(file, e);
    }
  }

  private static InputStream unpacked(String location, InputStream raw) throws IOException {
    if (!location.toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return raw;
    }
    try {
      return new Unzipped(new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER));
    } catch (ZipException | java.io.EOFException e) {
      throw new Unzip(e);
    }
  }

  /** Carries past the parser that the file is not well packed, which it would take for its own. */
  private static final class Unzip extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unzip(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return (IOException) super.getCause();
    }
  }

  private static final class Unzipped extends FilterInputStream {
    Unzipped(InputStream from) {
      super(from);
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
      try {
        return super.read(buffer, at, length);
      } catch (ZipException | java.io.EOFException e) {
        throw new Unzip(e);
      }
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream from) {
      super(from);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
      int n = super.read(buffer, at, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
