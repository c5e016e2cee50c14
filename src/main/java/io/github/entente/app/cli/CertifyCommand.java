// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Verifier;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente certify [QUESTION|FILE|-e TEXT] --out FILE}, and {@code --verify FILE}. */
@picocli.CommandLine.Command(
    name = "certify",
    description = {
      "Write what proves an answer: a derivation of each row, and models in which nothing else is"
          + " true. Or check such a file, without a reasoner. See docs/guide/certificates.md."
    })
final class CertifyCommand implements Command {
  private final Console console;

  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..1",
      completionCandidates = Questions.Names.class,
      description = "Name of a question, or a file with a query.")
  private String question;

  @Option(
      names = {"-e", "--expression"},
      paramLabel = "TEXT",
      description = "The query itself.")
  private String text;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 1,
      description = "The certificate to write. Without it: none, only whether it can be certified.")
  private Path out;

  @Option(names = "--force", order = 2, description = "Replace it if it exists.")
  private boolean force;

  @Option(
      names = "--verify",
      paramLabel = "FILE",
      order = 3,
      description = "Check that certificate against the data, in place of making one.")
  private Path verify;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private OutputOptions output;

  CertifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    long asked = Stream.of(question, text, verify).filter(Objects::nonNull).count();
    if (asked != 1 || verify != null && out != null) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Give one question, a file with a query, or -e and the text, and --out FILE for the"
              + " certificate; or --verify FILE alone.");
    }
    return verify == null ? make() : check();
  }

  // ---- making ----

  private int make() {
    var target =
        Optional.ofNullable(out)
            .map(path -> new OutFile(path, force, "Give another name, or --force to replace it."))
            .map(OutFile::free);
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open(console, progress)) {
      progress.now("reasoning, answering and certifying");
      var ask = asked(kb);
      var certified = ask.from(world.over(ask.view(), kb)).timeout(world.timeout()).certify();
      if (target.isPresent()) {
        target.get().write(certified.certificate()::write);
        console.out().println(out);
      }
      return print(certified.verdict());
    }
  }

  private KnowledgeBase.Ask asked(KnowledgeBase kb) {
    if (text != null) {
      return kb.query(text);
    }
    boolean named = kb.questions().stream().anyMatch(q -> q.name().equals(question));
    return named || !Files.isRegularFile(Path.of(question))
        ? kb.ask(question)
        : kb.query(question, QueryFile.text(question, console));
  }

  private int print(Verifier.Verdict verdict) {
    console.out().println(verdict.label());
    console
        .out()
        .println(
            String.join(
                " · ",
                counted(verdict.rows(), "row"),
                counted(verdict.steps(), "derivation"),
                counted(verdict.models(), "model"),
                counted(verdict.verdicts(), "verdict")));
    verdict.open().forEach(reason -> console.out().println("open: " + reason));
    return verdict.complete() ? Exit.OK : Exit.NEGATIVE;
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  // ---- checking ----

  private int check() {
    try (var progress = Progress.begin(console, output.style(), "reading");
        var in = Files.newInputStream(verify);
        var kb = knowledge.open(console)) {
      var certificate = Certificate.read(in);
      progress.now("checking");
      var verdict = kb.verify(certificate);
      console.out().println(certificate.asked().query().strip());
      console.out().println("data " + certificate.asked().snapshot() + place(certificate));
      return print(verdict);
    } catch (EntenteException e) {
      if (e.code() == ErrorCode.BAD_CERTIFICATE) {
        throw new EntenteException(e.code(), verify + ": " + e.getMessage(), e);
      }
      throw e;
    } catch (IOException e) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND, verify + ": no such certificate can be read.", e);
    }
  }

  private static String place(Certificate certificate) {
    return certificate.asked().view().place();
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
