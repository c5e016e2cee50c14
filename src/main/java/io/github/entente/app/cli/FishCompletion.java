// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which picocli does not write. */
final class FishCompletion {
  private FishCompletion() {}

  static String script(CommandSpec root) {
    var lines = new ArrayList<String>();
    lines.add("# Completion of " + root.name() + " for fish. Save it as");
    lines.add("# ~/.config/fish/completions/" + root.name() + ".fish");
    options(root, root, "__fish_use_subcommand", lines);
    root.subcommands()
        .forEach(
            (name, command) -> {
              var spec = command.getCommandSpec();
              lines.add(
                  complete(root, "__fish_use_subcommand")
                      + " -f -a "
                      + name
                      + " -d "
                      + quoted(first(spec.usageMessage().description())));
              options(root, spec, "__fish_seen_subcommand_from " + name, lines);
            });
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static void options(
      CommandSpec root, CommandSpec spec, String condition, List<String> lines) {
    for (var option : spec.options()) {
      lines.add(complete(root, condition) + names(option) + values(option) + description(option));
    }
    for (var parameter : spec.positionalParameters()) {
      if (parameter.completionCandidates() != null) {
        lines.add(complete(root, condition) + values(parameter));
      }
    }
  }

  private static String complete(CommandSpec root, String condition) {
    return "complete -c " + root.name() + " -n " + quoted(condition);
  }

  private static String names(OptionSpec option) {
    var text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
    }
    return text.toString();
  }

  private static String values(ArgSpec argument) {
    if (argument.arity().max() == 0) {
      return "";
    }
    if (argument.completionCandidates() == null) {
      return " -r";
    }
    String values =
        StreamSupport.stream(argument.completionCandidates().spliterator(), false)
            .collect(Collectors.joining(" "));
    return (argument.isOption() ? " -x" : " -f") + " -a " + quoted(values);
  }

  private static String description(OptionSpec option) {
    return " -d " + quoted(first(option.description()));
  }

  private static String first(String[] description) {
    if (description.length == 0) {
      return "";
    }
    String text = Ansi.OFF.string(description[0]).replaceAll("\\$\\{[^}]*\\}\\.? ?", "").strip();
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
