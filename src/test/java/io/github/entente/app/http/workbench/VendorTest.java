// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Files of others: each is the one that was taken, and its licence is there. */
class VendorTest {
  private static final Path WEB =
      Path.of(System.getProperty("entente.basedir", "."), "src/main/resources/web");
  private static final Path VENDOR = WEB.resolve("vendor");

  @Test
  void everyFileIsTheOneThatWasTaken() throws IOException, NoSuchAlgorithmException {
    var listed = new HashSet<>(Set.of("vendor.json"));
    for (var item : JSON.parseAny(Files.readString(VENDOR.resolve("vendor.json"))).getAsArray()) {
      var entry = item.getAsObject();
      assertThat(entry.keySet())
          .contains("package", "version", "source", "sourceIntegrity", "licence", "bundles");
      var files = entry.get("files").getAsObject();
      for (var name : files.keySet()) {
        var digest =
            MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(VENDOR.resolve(name)));
        assertThat("sha384-" + Base64.getEncoder().encodeToString(digest))
            .as(name)
            .isEqualTo(files.get(name).getAsString().value());
        listed.add(name);
      }
      licence(entry);
      entry.get("bundles").getAsArray().forEach(bundled -> licence(bundled.getAsObject()));
    }
    try (var files = Files.list(VENDOR)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(f -> f.getFileName().toString())
                  .collect(Collectors.toSet()))
          .isEqualTo(listed)
          .hasSizeGreaterThan(3);
    }
  }

  private static void licence(JsonObject entry) {
    var file = VENDOR.resolve(entry.get("licenceFile").getAsString().value());
    assertThat(file).isNotEmptyFile();
  }

  /** No address of elsewhere in our own files, the names of SVG and of licences apart. */
  @Test
  void nothingPointsElsewhere() throws IOException {
    try (var files = Files.walk(WEB)) {
      for (var file :
          files
              .filter(f -> !f.startsWith(VENDOR) && f.toString().matches(".*\\.(js|css|html|svg)"))
              .toList()) {
        assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
            .as(file.toString())
            .doesNotContain(
                "http://", "https://", "url(//", "eval(", "innerHTML", "insertAdjacentHTML");
      }
    }
  }
}
