import { InvalidArgumentError, Option } from "commander";
import type { Field } from "../operation.ts";

/** What stands for the value in the help. */
const VALUES: Readonly<Record<Exclude<Field["kind"], "flag">, string>> = {
  text: "text",
  number: "number",
  list: "text",
  numbers: "number",
  pairs: "key=text",
  json: "json",
};

/** The options that a member of an input makes. */
export function optionsOf(
  { option, kind, help, choices, thing, default: ordinary }: Field,
  method: string,
): Option[] {
  const text = help.charAt(0).toLowerCase() + help.slice(1);
  if (kind === "flag") {
    const yes = new Option(`--${option}`, text);
    // Where leaving it out means something else than no.
    return ordinary === false && method !== "PATCH"
      ? [yes]
      : [yes, new Option(`--no-${option}`, "the opposite")];
  }
  const isMany = kind === "list" || kind === "numbers" || kind === "pairs";
  const repeat = isMany && !/repeat/i.test(help) ? "repeat it for several" : "";
  const made = new Option(
    `--${option} <${thing ?? (choices ? "choice" : VALUES[kind])}>`,
    [text, repeat].filter(Boolean).join("; "),
  );
  if (choices) made.choices(choices);
  if (isMany) made.argParser(collectedOf(choices));
  return [made];
}

/** Gathers what an option is given several times, and checks each, also of those that are joined by commas. */
export function collectedOf(choices: readonly string[] | undefined) {
  return (text: string, before: unknown): string[] => {
    const unknown = choices && text.split(",").find((one) => !choices.includes(one));
    if (unknown !== undefined) throw new InvalidArgumentError(`Allowed choices are ${choices?.join(", ")}.`);
    return [...(Array.isArray(before) ? before.map(String) : []), ...(choices ? text.split(",") : [text])];
  };
}

/** @throws InvalidArgumentError  it is none, or none above 0 */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Not a whole number above 0.");
  return Number(text);
}
