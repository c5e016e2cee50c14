// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente new-framework}. */
@picocli.CommandLine.Command(
    name = "new-framework",
    description =
        "Write a documented Turtle template for a framework of your own with its roster; an"
            + " existing file is never overwritten.")
final class NewFrameworkCommand implements Command {
  private static final int LONGEST = 80;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*");
  private static final Pattern NAMESPACE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]*[/#]");

  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      description =
          "Its name: words of unaccented letters and digits with one space or hyphen between them,"
              + " a letter first. 'Blue Pact' is called BluePact in IRIs, has the code BLUE-PACT"
              + " and is written to blue-pact.ttl.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 1,
      description = "Existing folder for the file; without it, the current one.")
  private Path folder = Path.of("");

  @Option(names = "--print", order = 2, description = "Print the template, and write no file.")
  private boolean print;

  @Option(
      names = "--namespace",
      paramLabel = "IRI",
      order = 3,
      description = "Where the IRIs of your own begin; ends in / or #. Default: ${DEFAULT-VALUE}")
  private String namespace = "https://example.org/frameworks/";

  @Mixin private OutputOptions output;

  NewFrameworkCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "'"
              + name
              + "' cannot be made into a name. Write up to "
              + LONGEST
              + " unaccented letters and digits, a letter first, with one space or hyphen between"
              + " words, such as 'Blue Pact'; the label in the file can then be changed at will.");
    }
    requireNamespace(namespace);
    String code = name.replace(' ', '-').toUpperCase(Locale.ROOT);
    var file = folder.resolve(code.toLowerCase(Locale.ROOT) + ".ttl");
    String text =
        template()
            .replace("{{name}}", localName())
            .replace("{{label}}", name)
            .replace("{{code}}", code)
            .replace("{{file}}", file.getFileName().toString())
            .replace("{{namespace}}", namespace);
    if (print) {
      console.out().print(text);
    } else {
      new OutFile(file, false, "Give another name, another folder with --out, or remove the file.")
          .write(text);
      console.out().println(file);
    }
    return Exit.OK;
  }

  /**
   * Refuses what is no namespace.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION}
   */
  static void requireNamespace(String namespace) {
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "'"
              + namespace
              + "' is no namespace. Give an absolute IRI that ends in / or #, such as"
              + " https://example.org/frameworks/.");
    }
  }

  private String localName() {
    return Stream.of(name.split("[ -]"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String template() {
    try (var in = NewFrameworkCommand.class.getResourceAsStream("/templates/framework.ttl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
