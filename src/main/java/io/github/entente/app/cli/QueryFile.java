// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file with a query. */
final class QueryFile {
  private static final String STDIN = "-";

  private QueryFile() {}

  /**
   * Its text; {@code -} is standard input.
   *
   * @throws EntenteException {@link ErrorCode#FILE_NOT_FOUND}, {@link ErrorCode#NOT_UTF8}
   */
  static String text(String file, Console console) {
    try {
      byte[] bytes =
          file.equals(STDIN) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new EntenteException(
          ErrorCode.NOT_UTF8, file + ": the query is not UTF-8. Save it as UTF-8.", e);
    } catch (IOException | InvalidPathException e) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          file + ": no such query file can be read. A query itself is given with -e.",
          e);
    }
  }
}
