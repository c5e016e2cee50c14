// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, of which libraries, on which Java. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var build = new Properties();
    try (var in = Version.class.getResourceAsStream("/entente/build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {
      "entente " + build.getProperty("version"),
      "Jena " + build.getProperty("jena"),
      "OWL API " + build.getProperty("owlapi"),
      "HermiT " + build.getProperty("hermit"),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
