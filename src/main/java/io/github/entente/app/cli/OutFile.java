// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that a command writes: there as a whole, or not at all. */
record OutFile(Path path, boolean replace, String otherwise) {
  /**
   * @param otherwise what to do when the file exists, such as {@code Give another name.}
   */
  OutFile {}

  /**
   * Refuses, before any work is done, a file that exists and is not to be replaced.
   *
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}
   */
  OutFile free() {
    if (Files.isDirectory(path)) {
      throw new EntenteException(
          ErrorCode.NOT_WRITABLE, "'" + path + "' is a folder. Give the name of a file.");
    }
    if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(null);
    }
    return this;
  }

  /** What is written, bit by bit. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes text beside its place and moves it there.
   *
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}
   */
  void write(String text) {
    write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes it beside its place and moves it there.
   *
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}
   */
  void write(Content content) {
    free();
    try {
      var target = Files.exists(path) ? path.toRealPath() : path;
      var part =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      try {
        try (var out =
            new BufferedOutputStream(
                Files.newOutputStream(
                    part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
          content.writeTo(out);
        }
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(e);
    } catch (IOException e) {
      throw new EntenteException(
          ErrorCode.NOT_WRITABLE,
          "'"
              + path
              + "' cannot be written: "
              + e
              + ". Give an existing folder that you may write to with --out.",
          e);
    }
  }

  private void move(Path part, Path target) throws IOException {
    if (!replace) {
      Files.move(part, target);
      return;
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private EntenteException exists(IOException cause) {
    return new EntenteException(
        ErrorCode.NOT_WRITABLE,
        "'" + path + "' exists already and is left as it is. " + otherwise,
        cause);
  }
}
