import { EXIT } from "./exit-codes.ts";

/** Something that ends the program, told in one sentence and, if there is one, with its remedy. */
export class Failure extends Error {
  readonly code: string;
  readonly exitCode: number;
  readonly remedy: string | null;

  constructor(
    message: string,
    { code, exitCode, remedy }: { code: string; exitCode?: number; remedy?: string },
  ) {
    super(message);
    this.code = code;
    this.exitCode = exitCode ?? EXIT.failed;
    this.remedy = remedy ?? null;
  }
}

/** The command was not written as it has to be. */
export function usageFailure(message: string, remedy?: string): Failure {
  return new Failure(message, { code: "usage", exitCode: EXIT.usage, ...(remedy && { remedy }) });
}

/** Nobody is signed in, or not for this. */
export function notSignedIn(message: string, remedy: string): Failure {
  return new Failure(message, { code: "not_signed_in", exitCode: EXIT.refused, remedy });
}
