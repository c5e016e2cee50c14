// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The command line; for now it says which version it is. */
public final class Main {
  private Main() {}

  /** Prints the version. */
  public static void main(String[] arguments) throws IOException {
    var build = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("/entente/build.properties")) {
      build.load(in);
    }
    System.out.println("entente " + build.getProperty("version"));
  }
}
