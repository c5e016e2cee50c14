// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.Entailments;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.util.iterator.ExtendedIterator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente reason}. */
@picocli.CommandLine.Command(
    name = "reason",
    description =
        "Write all that follows and can be written with names alone, for stores that do not reason:"
            + " types, values of properties, equalities, and the hierarchy of classes.")
final class ReasonCommand implements Command {
  private static final Map<String, RDFFormat> FORMATS =
      Map.of(".nt", RDFFormat.NTRIPLES_UTF8, ".ttl", RDFFormat.TURTLE_BLOCKS);

  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      order = 5,
      description =
          "The file to write: .nt or .ttl, with .gz after it compressed; - for standard output, as"
              + " N-Triples.")
  private Path out;

  @Option(names = "--force", order = 6, description = "Replace the file if it exists.")
  private boolean force;

  @Option(
      names = "--inferred",
      order = 7,
      description = "Only what is inferred, without what the data state.")
  private boolean onlyInferred;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      order = 11,
      description =
          "By what means: hybrid (rules, and what they leave open is decided), rules (alone) or"
              + " hermit (each candidate refuted, slow).")
  private Engine engine = Engine.HYBRID;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private OutputOptions output;

  ReasonCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    boolean printed = out.toString().equals("-");
    var format = printed ? RDFFormat.NTRIPLES_UTF8 : format();
    var file = new OutFile(out, force, "Give another name, or --force.");
    if (!printed) {
      file.free();
    }
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open(console, progress)) {
      progress.now("reasoning");
      var view = world.view(kb);
      var inferred = kb.inferred(view, engine, world.timeout());
      var stated = kb.snapshot(view).asserted();
      progress.now("writing");
      long[] counts = new long[2];
      OutFile.Content content = raw -> write(raw, format, inferred, stated, kb.prefixes(), counts);
      if (printed) {
        content.writeTo(console.out());
      } else {
        file.write(content);
      }
      report(inferred.guarantee(), counts);
      return inferred.guarantee().complete() ? Exit.OK : Exit.LIMIT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RDFFormat format() {
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return FORMATS.entrySet().stream()
        .filter(entry -> plain.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_OPTION,
                    "'"
                        + out
                        + "' does not tell its format. End it in .nt, .ttl, .nt.gz or .ttl.gz."));
  }

  private void write(
      OutputStream raw,
      RDFFormat format,
      Entailments.Inferred inferred,
      Graph stated,
      PrefixMapping prefixes,
      long[] counts)
      throws IOException {
    boolean compressed = out.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    var target = compressed ? new GZIPOutputStream(raw, 1 << 16) : raw;
    var writer = StreamRDFWriter.getWriterStream(target, format);
    writer.start();
    if (format.equals(RDFFormat.TURTLE_BLOCKS)) {
      prefixes.getNsPrefixMap().forEach(writer::prefix);
    }
    ExtendedIterator<Triple> triples = inferred.triples().find();
    triples.forEachRemaining(
        triple -> {
          boolean isStated = stated.contains(triple);
          if (!isStated || !onlyInferred) {
            counts[isStated ? 0 : 1]++;
            writer.triple(triple);
          }
        });
    writer.finish();
    if (target instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
  }

  private void report(Guarantee guarantee, long[] counts) {
    if (output.style().quiet()) {
      return;
    }
    console
        .err()
        .printf(
            "%,d triples, %,d of them inferred · %s%n",
            counts[0] + counts[1], counts[1], guarantee.label());
    guarantee.reasons().forEach(reason -> console.err().println("  because: " + reason));
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
