import { Argument, Command } from "commander";
import { SHELL_SCRIPTS } from "../completion/shell-scripts.ts";
import type { ContextOf } from "./operation-group.ts";

export function completionCommand(contextOf: ContextOf): Command {
  return new Command("completion")
    .description("Prints what makes your shell complete this program's words.")
    .addArgument(new Argument("<shell>", "which").choices(Object.keys(SHELL_SCRIPTS)))
    .addHelpText(
      "after",
      `
bash  eval "$(stowage completion bash)"          in ~/.bashrc
zsh   eval "$(stowage completion zsh)"           in ~/.zshrc, after compinit
fish  stowage completion fish | source           in ~/.config/fish/config.fish`,
    )
    .action((shell: string, _options: object, command: Command) =>
      contextOf(command).print(SHELL_SCRIPTS[shell] ?? ""),
    );
}
