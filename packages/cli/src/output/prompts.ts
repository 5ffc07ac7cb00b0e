import { confirm, isCancel, password } from "@clack/prompts";
import { EXIT } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { printable } from "./printable.ts";

/** @throws Failure  the person says no, or leaves */
export async function askWhether({ stdin, stderr, signal }: Io, question: string): Promise<void> {
  const answer = await confirm({
    message: printable(question),
    initialValue: false,
    input: stdin,
    output: stderr,
    signal,
  });
  if (isCancel(answer)) throw cancelled(EXIT.interrupted);
  if (!answer) throw cancelled(EXIT.failed);
}

/** Something that is not shown while it is typed. @throws Failure  the person leaves */
export async function askSecret({ stdin, stderr, signal }: Io, message: string): Promise<string> {
  const answer = await password({ message, input: stdin, output: stderr, signal });
  if (isCancel(answer)) throw cancelled(EXIT.interrupted);
  return answer ?? "";
}

function cancelled(exitCode: number): Failure {
  return new Failure("Nothing was done.", { code: "cancelled", exitCode });
}
