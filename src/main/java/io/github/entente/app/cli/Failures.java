// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong: the code, what happened, and where to read on. */
final class Failures {
  private static final int INSIDE = 2;

  private Failures() {}

  /** Reports what was thrown, whatever it is, and gives the exit code. */
  static int report(Throwable thrown, Console console, int verbosity) {
    var failure = declared(thrown);
    var err = console.err();
    console.out().flush();
    err.println("entente: " + failure.code() + ": " + failure.getMessage().strip());
    err.println("See docs/errors.md#" + failure.code().name().toLowerCase(Locale.ROOT));
    if (verbosity >= INSIDE) {
      thrown.printStackTrace(err);
    }
    return Exit.of(failure.code());
  }

  private static EntenteException declared(Throwable thrown) {
    if (thrown instanceof EntenteException e) {
      return e.code() == ErrorCode.LIMIT_REACHED ? withRemedy(e) : e;
    } else if (thrown instanceof ParameterException e) {
      return e.getCause() instanceof EntenteException inner
          ? inner
          : new EntenteException(ErrorCode.BAD_OPTION, usage(e), e);
    } else if (thrown instanceof StackOverflowError) {
      return new EntenteException(
          ErrorCode.INTERNAL,
          "The stack is too small for something this deeply nested. Set ENTENTE_JAVA_OPTS=-Xss64m"
              + " and try again.",
          thrown);
    } else if (thrown instanceof OutOfMemoryError) {
      return new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "There is not enough memory. Set ENTENTE_JAVA_OPTS=-Xmx8g (or what the machine has), or"
              + " with --isolate give more with --memory, and try again.",
          thrown);
    }
    return new EntenteException(
        ErrorCode.INTERNAL,
        "This is a defect of Entente or of a library under it: "
            + thrown
            + ". Run it again with '-v -v' and report what it prints.",
        thrown);
  }

  private static EntenteException withRemedy(EntenteException limit) {
    String what = limit.getMessage().strip();
    return what.endsWith(".") // a remedy of its own
        ? limit
        : new EntenteException(limit.code(), what + ". Give more time with --timeout.", limit);
  }

  private static String usage(ParameterException e) {
    String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return what(e) + " '" + help + "' shows what can be given.";
  }

  private static String what(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      String message = e.getMessage().strip();
      return message.endsWith(".") ? message : message + ".";
    }
    String word = unmatched.getUnmatched().get(0);
    var command = e.getCommandLine();
    if (unmatched.isUnknownOption()) {
      return "There is no option '"
          + word
          + "'."
          + Spelling.hint(word, command.getCommandSpec().optionsMap().keySet());
    }
    return command.getParent() == null
        ? "There is no command '"
            + word
            + "'."
            + Spelling.hint(word, command.getSubcommands().keySet())
        : "One argument too many: '" + word + "'.";
  }
}
