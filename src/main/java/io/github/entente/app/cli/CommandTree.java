// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.CompletionCommand.Shell;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Form;
import io.github.entente.app.cli.output.Format;
import io.github.entente.app.cli.output.Part;
import io.github.entente.model.Engine;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Regime;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The commands as picocli wants them. Only the one that is called is made; all of them for help,
 * for completion, and for suggestions when there is none of that name.
 */
final class CommandTree {
  static final String NAME = "entente";

  private static final int WIDEST_HELP = 100;
  private static final int NARROWEST_HELP = 55;
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");

  private static final Map<String, Function<Console, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("ask", AskCommand::new);
    COMMANDS.put("questions", QuestionsCommand::new);
    COMMANDS.put("query", QueryCommand::new);
    COMMANDS.put("why", WhyCommand::new);
    COMMANDS.put("why-not", WhyNotCommand::new);
    COMMANDS.put("certify", CertifyCommand::new);
    COMMANDS.put("overlap", OverlapCommand::new);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("reason", ReasonCommand::new);
    COMMANDS.put("policies", PoliciesCommand::new);
    COMMANDS.put("passage", PassageCommand::new);
    COMMANDS.put("new-framework", NewFrameworkCommand::new);
    COMMANDS.put("import", ImportCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put("help", console -> new CommandLine.HelpCommand());
  }

  private CommandTree() {}

  /** The tree with the command that the arguments call. */
  static CommandLine calledBy(String[] arguments, Console console) {
    String called = arguments.length == 0 ? "" : arguments[0];
    var command = COMMANDS.get(called);
    if (command == null || called.equals("help")) {
      return whole(console);
    }
    var root = new CommandLine(new EntenteCommand());
    root.addSubcommand(called, command.apply(console));
    return configured(root, console);
  }

  /** The tree with all commands. */
  static CommandLine whole(Console console) {
    var root = new CommandLine(new EntenteCommand());
    COMMANDS.forEach((name, command) -> root.addSubcommand(name, command.apply(console)));
    return configured(root, console);
  }

  private static CommandLine configured(CommandLine root, Console console) {
    root.registerConverter(LocalDate.class, PartialDate::asOf);
    root.registerConverter(Regime.class, Regime::parse);
    root.registerConverter(Engine.class, Engine::parse);
    root.registerConverter(Duration.class, CommandTree::duration);
    root.registerConverter(Format.class, text -> oneOf(Format.values(), text));
    root.registerConverter(Form.class, text -> oneOf(Form.values(), text));
    root.registerConverter(Part.class, text -> oneOf(Part.values(), text));
    root.registerConverter(Shell.class, text -> oneOf(Shell.values(), text));
    root.setOut(new PrintWriter(console.out(), true));
    root.setErr(new PrintWriter(console.err(), true));
    root.setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF));
    root.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(console.width(), WIDEST_HELP)));
    help(root);
    root.getSubcommands().values().forEach(CommandTree::help);
    return root;
  }

  private static void help(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> Examples.footer(help.commandSpec().name()));
  }

  private static <E> E oneOf(E[] choices, String text) {
    return Stream.of(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is none of "
                        + Stream.of(choices)
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))));
  }

  private static Duration duration(String text) {
    var matcher = TIME.matcher(text.strip());
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new TypeConversionException(
          "'" + text + "' is no time. Write seconds, or 500ms, 30s, 2m or 1h");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
