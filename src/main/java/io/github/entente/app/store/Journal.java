// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.store;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * The changes made so far, in a file that only grows. A change is in it whole or not at all: what a
 * kill or a power cut left of the last one is taken away at the next start. Held by one process at
 * a time.
 *
 * <p>Each record is a line {@code change TIME BYTES SHA-256}, so many bytes of UTF-8, and an empty
 * line. The bytes are lines {@code drop <graph>}, {@code begin <graph>}, {@code - quad} and {@code
 * + quad}, with quads as in N-Quads.
 */
final class Journal implements AutoCloseable {
  private static final String NAME = "journal.log";
  private static final String BEGIN = "begin <";
  private static final String DROP = "drop <";

  private final Path file;
  private final FileChannel channel;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the journal in a folder, which is made when it is missing.
   *
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}
   */
  static Journal open(Path folder) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve(NAME);
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new EntenteException(
            ErrorCode.NOT_WRITABLE,
            file + " is held by another process. End it, or use another folder with --store.");
      }
      return new Journal(file, channel);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static EntenteException unusable(Path path, IOException e) {
    return new EntenteException(
        ErrorCode.NOT_WRITABLE,
        path + " cannot be used (" + e + "). Check that it can be written to.",
        e);
  }

  /**
   * The changes, in order; what was left of an unfinished one is taken away.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_FILE} when an earlier one was altered
   */
  List<Change> changes() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      var changes = new ArrayList<Change>();
      int at = 0;
      while (at < bytes.length) {
        int next = next(bytes, at, changes);
        if (next < 0) {
          channel.truncate(at);
          channel.force(true);
          break;
        }
        at = next;
      }
      channel.position(at);
      return changes;
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Where the next record begins; below 0 when this one is unfinished, which only the last is. */
  private int next(byte[] bytes, int at, List<Change> changes) {
    int line = at;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    if (line == bytes.length) {
      return -1;
    }
    var head = new String(bytes, at, line - at, StandardCharsets.UTF_8).split(" ");
    if (head.length != 4 || !head[0].equals("change") || !head[2].matches("\\d{1,9}")) {
      throw altered(at);
    }
    int length = Integer.parseInt(head[2]);
    int end = line + 1 + length + 1;
    if (end > bytes.length) {
      return -1;
    }
    var body = Arrays.copyOfRange(bytes, line + 1, line + 1 + length);
    if (!sha256(body).equals(head[3])) {
      if (end == bytes.length) {
        return -1;
      }
      throw altered(at);
    }
    changes.add(parse(new String(body, StandardCharsets.UTF_8), at));
    return end;
  }

  private EntenteException altered(int at) {
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        file
            + ": the record at byte "
            + at
            + " was altered after it was written. Put a copy of the file back, or move it away to"
            + " begin anew.");
  }

  private Change parse(String text, int at) {
    var dropped = new LinkedHashSet<String>();
    var begun = new LinkedHashSet<String>();
    var deleted = new StringBuilder();
    var inserted = new StringBuilder();
    text.lines()
        .forEach(
            line -> {
              if (line.startsWith(DROP)) {
                dropped.add(line.substring(DROP.length(), line.length() - 1));
              } else if (line.startsWith(BEGIN)) {
                begun.add(line.substring(BEGIN.length(), line.length() - 1));
              } else {
                (line.startsWith("-") ? deleted : inserted)
                    .append(line, 2, line.length())
                    .append('\n');
              }
            });
    try {
      return new Change(dropped, begun, quads(deleted.toString()), quads(inserted.toString()));
    } catch (RiotException e) {
      throw altered(at);
    }
  }

  /** Blank nodes are the ones that were written, not new ones. */
  private static List<Quad> quads(String text) {
    var quads = new ArrayList<Quad>();
    RDFParser.create()
        .source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .lang(Lang.NQUADS)
        .labelToNode(LabelToNode.createUseLabelEncoded())
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                quads.add(quad);
              }
            });
    return quads;
  }

  /**
   * Writes a change; when this returns, it survives.
   *
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}; the change is not in the journal then
   */
  void append(Change change) {
    byte[] body = text(change).getBytes(StandardCharsets.UTF_8);
    String head = "change " + Instant.now() + " " + body.length + " " + sha256(body) + "\n";
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    var record = ByteBuffer.allocate(first.length + body.length + 1);
    record.put(first).put(body).put((byte) '\n').flip();
    try {
      long start = channel.position();
      try {
        while (record.hasRemaining()) {
          channel.write(record);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(start);
        channel.position(start);
        throw e;
      }
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static String text(Change change) {
    var text = new StringBuilder();
    change.dropped().forEach(name -> text.append(DROP).append(name).append(">\n"));
    change.begun().forEach(name -> text.append(BEGIN).append(name).append(">\n"));
    change.deleted().forEach(quad -> text.append("- ").append(line(quad)));
    change.inserted().forEach(quad -> text.append("+ ").append(line(quad)));
    return text.toString();
  }

  private static String line(Quad quad) {
    return NodeFmtLib.strNT(quad.getSubject())
        + " "
        + NodeFmtLib.strNT(quad.getPredicate())
        + " "
        + NodeFmtLib.strNT(quad.getObject())
        + " "
        + NodeFmtLib.strNT(quad.getGraph())
        + " .\n";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }
}
