// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher, in a clone that is only a shell of one: Maven and Java are scripts that write down
 * how they were called.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo 'Maven says something'
      echo "$*" >>"$LOG/mvn"
      [ ! -e "$LOG/slow" ] || sleep 1
      [ ! -e "$LOG/broken" ] || exit 1
      for word; do case $word in -Dentente.target=*) target=${word#*=} ;; esac; done
      mkdir -p "$target"
      echo jar >"$target/entente.jar"
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "'"$FAKE_VERSION"'" 2024-04-04' >&2; exit; fi
      for word; do
        case $word in -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
          echo "$*" >>"$LOG/training"
          echo archive >"${word#*=}"
          exit ;;
        esac
      done
      printf '%s\\n' "$@" >"$LOG/java"
      if [ "$word" = - ]; then cat; else echo 'the answer'; fi
      [ "$word" != no ] || exit 3
      """;

  /** What the launcher itself calls, besides Maven and Java. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sh",
          "cat",
          "find",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "rmdir",
          "sha256sum",
          "shasum",
          "cksum",
          "sleep");

  @TempDir private Path folder;

  private Path clone;
  private Path bin;
  private Path jdk;
  private Path log;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void aCloneThatWasNeverBuilt() throws IOException {
    clone = Files.createDirectories(folder.resolve("a clone"));
    bin = Files.createDirectories(folder.resolve("bin"));
    jdk = Files.createDirectories(folder.resolve("the jdk"));
    log = Files.createDirectories(folder.resolve("log"));
    var project = Path.of(System.getProperty("entente.basedir", ""));
    Files.copy(project.resolve("entente"), clone.resolve("entente"));
    script(clone.resolve("entente"), Files.readString(clone.resolve("entente")));
    for (var source :
        List.of("pom.xml", "src/A.java", "ontology/a.ttl", "data/a.ttl", "queries/a.rq")) {
      var file = clone.resolve(source);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    for (var tool : TOOLS) {
      putOnPath(tool);
    }
    script(bin.resolve("mvn"), MAVEN);
    installJdk("17.0.15");

    environment.put("PATH", bin.toString());
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("HOME", folder.toString());
    environment.put("LOG", log.toString());
    environment.put("FAKE_VERSION", "17.0.15");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("ENTENTE_ARCHIVE", "off");
  }

  // --- Building ---------------------------------------------------------------------------------

  @Test
  void buildsOnceAndNotAgainWhenNothingHasChanged() throws Exception {
    assertThat(start("ask").out()).isEqualTo("the answer\n");
    var second = start("ask");
    assertThat(second.out()).isEqualTo("the answer\n");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).hasSize(1);
    assertThat(builds().get(0)).contains("-Dentente.target=" + clone.toRealPath() + "/target");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/A.java", "ontology/a.ttl", "data/a.ttl", "queries/a.rq"})
  void buildsAgainWhenSomethingItIsMadeOfIsNewer(String source) throws Exception {
    start("ask");
    letTimePass();
    start("ask");
    assertThat(builds()).hasSize(1);
    Files.setLastModifiedTime(clone.resolve(source), FileTime.from(Instant.now()));
    assertThat(start("ask").err()).contains("the sources have changed");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void buildsAgainWhenAFileWasDeleted() throws Exception {
    start("ask");
    letTimePass();
    Files.delete(clone.resolve("data/a.ttl"));
    start("ask");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void buildsAgainWhenTheJarIsGone() throws Exception {
    start("ask");
    Files.delete(clone.resolve("target/entente.jar"));
    start("ask");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void whatTheBuildSaysGoesToStderr() throws Exception {
    var first = start("ask");
    assertThat(first.out()).isEqualTo("the answer\n");
    assertThat(first.err()).contains("first use").contains("Maven says something");
  }

  @Test
  void aFailedBuildIsSaidAndTriedAgain() throws Exception {
    Files.createFile(log.resolve("broken"));
    var failed = start("ask");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("The build failed");
    Files.delete(log.resolve("broken"));
    assertThat(start("ask").out()).isEqualTo("the answer\n");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void theWrapperBuildsWhereMavenIsNotInstalled() throws Exception {
    Files.delete(bin.resolve("mvn"));
    script(clone.resolve("mvnw"), MAVEN);
    assertThat(start("ask").out()).isEqualTo("the answer\n");
    assertThat(builds()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoFirstStartsBuildOnce(boolean withFlock) throws Exception {
    if (withFlock) {
      putOnPath("flock");
    }
    Files.createFile(log.resolve("slow"));
    var starts = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      starts.add(command(List.of(clone.resolve("entente").toString(), "ask")).start());
    }
    for (var process : starts) {
      assertThat(finish(process, "").out()).isEqualTo("the answer\n");
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aLockLeftBehindByAKilledStartIsTakenOver() throws Exception {
    var lock = Files.createDirectories(clone.resolve("target/.lock.d"));
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(start("ask").out()).isEqualTo("the answer\n");
    assertThat(lock).doesNotExist();
  }

  @Test
  void aCloneThatCannotBeWrittenToIsBuiltInTheCache() throws Exception {
    Files.setPosixFilePermissions(clone, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(clone), "this user may write everywhere");
      assertThat(start("ask").out()).isEqualTo("the answer\n");
      start("ask");
      assertThat(builds()).hasSize(1);
      assertThat(builds().get(0)).contains("-Dentente.target=" + folder + "/.cache/entente/");
    } finally {
      Files.setPosixFilePermissions(clone, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  // --- Finding its way --------------------------------------------------------------------------

  @Test
  void worksThroughSymbolicLinksFromAnywhere() throws Exception {
    var elsewhere = Files.createDirectories(folder.resolve("else where"));
    link(elsewhere.resolve("first"), Path.of("../a clone/entente"));
    link(elsewhere.resolve("second"), Path.of("first"));
    var command = command(List.of("./second", "ask")).directory(elsewhere.toFile());
    assertThat(finish(command.start(), "").out()).isEqualTo("the answer\n");
    assertThat(javaArguments())
        .containsSequence("-jar", clone.toRealPath() + "/target/entente.jar", "ask");
  }

  @Test
  void argumentsInputAndExitCodePassThrough() throws Exception {
    var echo =
        finish(
            command(List.of(clone.resolve("entente").toString(), "query", "a b", "", "*", "-"))
                .start(),
            "Åland\n");
    assertThat(echo.out()).isEqualTo("Åland\n");
    assertThat(javaArguments()).endsWith("query", "a b", "", "*", "-");
    assertThat(start("no").code()).isEqualTo(3);
  }

  // --- Java -------------------------------------------------------------------------------------

  @Test
  void missingJavaIsNamedWithTheRemedy() throws Exception {
    environment.remove("JAVA_HOME");
    var failed = start("ask");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("No Java found")
        .contains("JDK 17 or newer")
        .contains("JAVA_HOME");
    assertThat(failed.out()).isEmpty();
  }

  @Test
  void javaHomeWithoutJavaIsNamed() throws Exception {
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
    assertThat(start("ask").err()).contains("JAVA_HOME is " + folder.resolve("nowhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.27", "1.8.0_452"})
  void anOldJavaIsNamedWithItsVersion(String version) throws Exception {
    installJdk(version);
    var failed = start("ask");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("is Java " + version).contains("JDK 17 or newer");
  }

  @Test
  void javaThatHasNoReleaseFileIsAskedForItsVersion() throws Exception {
    Files.delete(jdk.resolve("release"));
    environment.put("FAKE_VERSION", "11.0.27");
    assertThat(start("ask").err()).contains("is Java 11.0.27");
  }

  @Test
  void javaOnPathIsFoundThroughLinks() throws Exception {
    environment.remove("JAVA_HOME");
    link(bin.resolve("java"), jdk.resolve("bin/java"));
    assertThat(start("ask").out()).isEqualTo("the answer\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"16.0.2\"\n");
    assertThat(start("ask").err()).contains("is Java 16.0.2");
  }

  @Test
  void aJavaWithoutCompilerIsNamedWhenThereIsSomethingToBuild() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));
    assertThat(start("ask").err()).contains("without a compiler");
    Files.createFile(jdk.resolve("bin/javac"));
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    start("ask");
    Files.delete(jdk.resolve("bin/javac"));
    assertThat(start("ask").out()).isEqualTo("the answer\n");
  }

  @Test
  void aWishForTheHeapWins() throws Exception {
    start("ask");
    assertThat(javaArguments()).contains("-Xmx2g", "-XX:+UseSerialGC");
    environment.put("ENTENTE_JAVA_OPTS", "-Xmx5g  -XX:+UseG1GC");
    start("ask");
    assertThat(javaArguments()).contains("-Xmx5g", "-XX:+UseG1GC");
    assertThat(javaArguments()).doesNotContain("-Xmx2g", "-XX:+UseSerialGC");
    environment.remove("ENTENTE_JAVA_OPTS");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=50");
    start("ask");
    assertThat(javaArguments()).doesNotContain("-Xmx2g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "21.0.7", "25.0.3"})
  void onlyOptionsThatTheJdkKnowsAreGiven(String version) throws Exception {
    installJdk(version);
    start("ask");
    int major = Integer.parseInt(version.substring(0, 2));
    assertThat(javaArguments().contains("--enable-native-access=ALL-UNNAMED"))
        .isEqualTo(major >= 22);
    assertThat(javaArguments().contains("--sun-misc-unsafe-memory-access=allow"))
        .isEqualTo(major >= 23);
    assertThat(javaArguments()).contains("-Djdk.xml.entityExpansionLimit=64000");
  }

  // --- The archive of loaded classes ------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15 -XX:SharedArchiveFile=", "25.0.3 -XX:AOTCache="})
  void theArchiveIsMadeInTheBackgroundAndUsedFromThenOn(String versionAndOption) throws Exception {
    var option = versionAndOption.split(" ")[1];
    installJdk(versionAndOption.split(" ")[0]);
    environment.put("ENTENTE_ARCHIVE", "on");
    var archives = folder.resolve(".cache/entente/archive");
    var first = start("ask");
    assertThat(first.out()).isEqualTo("the answer\n");
    assertThat(javaArguments()).noneMatch(argument -> argument.startsWith(option));

    List<Path> made = waitForOneFileIn(archives);
    start("ask");
    assertThat(javaArguments()).contains(option + made.get(0));
    assertThat(Files.readAllLines(log.resolve("training")))
        .singleElement()
        .asString()
        .endsWith(" ask --all");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void anArchiveThatCannotBeWrittenDisturbsNothing() throws Exception {
    environment.put("ENTENTE_ARCHIVE", "on");
    start("ask");
    Files.writeString(folder.resolve("file"), "");
    environment.put("XDG_CACHE_HOME", folder.resolve("file").toString());
    var again = start("ask");
    assertThat(again.out()).isEqualTo("the answer\n");
    assertThat(again.err()).isEmpty();
  }

  // --- Helpers of this test
  // -----------------------------------------------------------------------

  private record Run(int code, String out, String err) {}

  private Run start(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(clone.resolve("entente").toString()));
    command.addAll(Arrays.asList(arguments));
    return finish(command(command).start(), "");
  }

  private ProcessBuilder command(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** Little is written here, so that the pipes do not fill while nobody reads. */
  private static Run finish(Process process, String input) throws Exception {
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private List<String> builds() throws IOException {
    var calls = log.resolve("mvn");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private List<String> javaArguments() throws IOException {
    return Files.readAllLines(log.resolve("java"));
  }

  private void installJdk(String version) throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  /** Makes everything two hours old and the build one hour. */
  private void letTimePass() throws IOException {
    var now = Instant.now();
    try (Stream<Path> files = Files.walk(clone)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(7200)));
      }
    }
    Files.setLastModifiedTime(
        clone.resolve("target/entente.stamp"), FileTime.from(now.minusSeconds(3600)));
  }

  /** The archive, once it is whole and nothing is under way any more. */
  private static List<Path> waitForOneFileIn(Path archives) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (Files.isDirectory(archives)) {
        try (Stream<Path> files = Files.list(archives)) {
          var found = files.toList();
          if (found.size() == 1 && found.get(0).toString().endsWith(".jsa")) {
            return found;
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no archive appeared in " + archives);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the machine has the tool, a script that calls it: the test's own folder is the PATH. */
  private void putOnPath(String tool) throws IOException {
    for (var part : System.getenv("PATH").split(":")) {
      var real = Path.of(part, tool);
      if (Files.isExecutable(real)) {
        script(bin.resolve(tool), "#!/bin/sh\nexec '" + real + "' \"$@\"\n");
        return;
      }
    }
  }
}
