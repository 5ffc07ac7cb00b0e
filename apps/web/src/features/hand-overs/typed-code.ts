import {
  cleanUserCode,
  shownUserCode,
  USER_CODE_ALPHABET,
  USER_CODE_LENGTH,
} from "@stowage/contract/hand-overs";

/** What was typed or pasted so far, as the program shows it: in capitals, with its dash. */
export function typedCode(text: string): string {
  const code = cleanUserCode(text).slice(0, USER_CODE_LENGTH);
  return code.length > USER_CODE_LENGTH / 2 ? shownUserCode(code) : code;
}

/** What is wrong with a code that cannot be one, before anybody is asked. */
export function codeProblem(text: string): string | undefined {
  const code = cleanUserCode(text);
  if (code === "") return "Enter the code that the program shows.";
  const stranger = [...code].find((letter) => !USER_CODE_ALPHABET.includes(letter));
  if (stranger !== undefined) return `No code has the character ${stranger}. Look at the program again.`;
  return code.length < USER_CODE_LENGTH ? `A code has ${USER_CODE_LENGTH} letters.` : undefined;
}
