// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jline.nativ.CLibrary;

/** What the standard streams of this process are connected to. */
final class Terminal {
  static final int STDOUT = 1;
  static final int STDERR = 2;

  private Terminal() {}

  /** Whether a stream is a terminal; the operating system is asked without loading a library. */
  static boolean is(int stream) {
    var link = Path.of("/proc/self/fd/" + stream);
    try {
      if (Files.isSymbolicLink(link)) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      }
    } catch (IOException e) {
      return isConsole();
    }
    return isConsole();
  }

  /** From Java 22 there may be a console that is no terminal, and it says so. */
  private static boolean isConsole() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Columns of the terminal; empty where they cannot be told. */
  static OptionalInt width() {
    try {
      var size = new CLibrary.WinSize();
      for (int stream : new int[] {STDOUT, STDERR}) {
        if (CLibrary.ioctl(stream, CLibrary.TIOCGWINSZ, size) == 0 && size.ws_col > 0) {
          return OptionalInt.of(size.ws_col);
        }
      }
    } catch (RuntimeException | LinkageError e) {
      return OptionalInt.empty();
    }
    return OptionalInt.empty();
  }
}
