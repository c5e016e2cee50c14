// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How time and memory grow with the data: LUBM with {@code entente.growth} universities, its 14
 * queries, each point in a process of its own. With {@code entente.write} the picture in {@code
 * docs/growth.svg} is drawn anew. Data are made by {@code bench/lubm}.
 */
@Tag("bench")
class GrowthTest {
  private static final String SIZES = System.getProperty("entente.growth", "1,5,10,50");
  private static final int SECONDS = Integer.getInteger("entente.growth.seconds", 600);
  private static final int HERMIT_SECONDS = 120;
  private static final String HEAP = System.getProperty("entente.growth.heap", "12g");

  /** What is compared. */
  enum Who {
    ENTENTE("Entente", "#1d5fa8"),
    JENA("Jena OWL Micro", "#b3541e"),
    HERMIT("HermiT, all instances", "#666666");

    private final String label;
    private final String colour;

    Who(String label, String colour) {
      this.label = label;
      this.colour = colour;
    }
  }

  /** One run; times are seconds of the processor, of the whole process. */
  private record Point(Who who, long triples, double load, double all, double gigabytes) {}

  @Test
  void growth() throws Exception {
    var ontology = Lubm.FOLDER.resolve("univ-bench.owl");
    assumeTrue(Files.exists(Lubm.FOLDER.resolve("lubm-10.nt.gz")), "LUBM is absent");
    var points = new ArrayList<Point>();
    var stopped = new ArrayList<Who>();
    for (var size : SIZES.split(",")) {
      var data = data(Integer.parseInt(size));
      long triples = lines(data);
      Map<String, Double> rows = new HashMap<>();
      for (var who : Who.values()) {
        if (stopped.contains(who)) {
          continue; // With less data it did not finish.
        }
        int limit = who == Who.HERMIT ? HERMIT_SECONDS : SECONDS;
        var told = run(who, ontology, data, limit);
        String lead = "GrowthTest: LUBM(%s), %,d triples, %s: ".formatted(size, triples, who.label);
        if (told.isEmpty()) {
          stopped.add(who);
          System.out.println(lead + "did not finish in " + limit + " s");
          continue;
        }
        var figures = told.get();
        double load = figures.get("load");
        double all = figures.getOrDefault("all", load);
        double gigabytes = figures.get("peak") / (1 << 20);
        points.add(new Point(who, triples, load, all, gigabytes));
        System.out.printf(
            "%sCPU %.1f s until it is loaded, %.1f s for the queries; %.2f GB%n",
            lead, load, all - load, gigabytes);
        if (figures.containsKey("rows")) {
          rows.put(who.label, figures.get("rows"));
        }
      }
      assertThat(rows.values().stream().distinct().count()).as("%s", rows).isLessThanOrEqualTo(1);
    }
    assertThat(points).extracting(Point::who).contains(Who.ENTENTE);
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(Path.of("docs", "growth.svg"), picture(points));
    }
  }

  private static Path data(int universities) throws Exception {
    var folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "growth"));
    var file = folder.resolve("lubm-" + universities + ".nt.gz");
    if (!Files.exists(file)) {
      var ten = Lubm.FOLDER.resolve("lubm-10.nt.gz").toAbsolutePath();
      var command = "bench/lubm %d %s | gzip -1 > %s".formatted(universities, ten, file);
      int code = new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
      assertThat(code).isZero();
    }
    return file;
  }

  private static long lines(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        var reader = new BufferedReader(new InputStreamReader(in))) {
      return reader.lines().count();
    }
  }

  /** What a run told; empty where it did not finish in time. */
  private static Optional<Map<String, Double>> run(Who who, Path ontology, Path data, int limit)
      throws Exception {
    var output = File.createTempFile("growth", ".txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-Dentente.shared=" + Lubm.FOLDER.getParent().toAbsolutePath(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                GrowthRun.class.getName(),
                who.name(),
                ontology.toString(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    if (!process.waitFor(limit, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return Optional.empty();
    }
    var figures = new HashMap<String, Double>();
    for (var line : Files.readAllLines(output.toPath(), StandardCharsets.UTF_8)) {
      var words = line.split(" ");
      if (words.length == 2 && words[1].matches("[0-9.E]+")) {
        figures.put(words[0], Double.valueOf(words[1]));
      }
    }
    assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
    Files.delete(output.toPath());
    return Optional.of(figures);
  }

  // ---- the picture ----

  private static final int WIDTH = 360;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 48;

  private static String picture(List<Point> points) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="11" role="img" aria-label="Time and memory against triples">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        """
            .formatted(2 * (WIDTH + 2 * MARGIN), HEIGHT + 2 * MARGIN + 20)
        + panel(points, 0, "seconds of the processor, loading and 14 queries", Point::all)
        + panel(points, WIDTH + 2 * MARGIN, "gigabytes of memory at most", Point::gigabytes)
        + "</svg>\n";
  }

  private static String panel(
      List<Point> points, int left, String title, ToDoubleFunction<Point> value) {
    double most = nice(points.stream().mapToDouble(value).max().orElse(1));
    double widest = nice(points.stream().mapToLong(Point::triples).max().orElse(1) / 1e6);
    var svg = new StringBuilder();
    int bottom = MARGIN + HEIGHT;
    int start = left + MARGIN;
    text(svg, start, MARGIN - 16, "start", title);
    for (int i = 0; i <= 4; i++) {
      double y = bottom - HEIGHT * i / 4.0;
      line(svg, start, y, start + WIDTH, y, "#dddddd", 1);
      text(svg, start - 6, y + 4, "end", number(most * i / 4));
      double x = start + WIDTH * i / 4.0;
      text(svg, x, bottom + 16, "middle", number(widest * i / 4));
    }
    text(svg, start + WIDTH / 2.0, bottom + 34, "middle", "million triples");
    int row = 0;
    for (var who : Who.values()) {
      var own = points.stream().filter(point -> point.who() == who).toList();
      if (own.isEmpty()) {
        continue;
      }
      var path = new StringBuilder();
      for (var point : own) {
        double x = start + WIDTH * point.triples() / 1e6 / widest;
        double y = bottom - HEIGHT * value.applyAsDouble(point) / most;
        path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                x,
                y,
                who.colour));
      }
      svg.append(
          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n"
              .formatted(who.colour, path.toString().strip()));
      double y = MARGIN + 14 + 16.0 * row++;
      line(svg, start + 10, y - 4, start + 30, y - 4, who.colour, 2);
      text(svg, start + 36, y, "start", who.label);
    }
    return svg.toString();
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%d\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  /** The next number of the form 1, 2, 4 or 8 times a power of ten. */
  private static double nice(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return Stream.of(1, 2, 4, 8, 10).filter(n -> n * power >= most).findFirst().orElse(10) * power;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }
}
