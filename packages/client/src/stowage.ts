import { Api } from "./api.ts";
import { Nouns } from "./nouns.gen.ts";
import type { StowageOptions } from "./options.ts";

export type { Upload } from "./api.ts";
// biome-ignore lint/performance/noBarrelFile: the one entry of a published package; whoever calls also catches
export {
  ConnectionError,
  type ErrorCode,
  type FieldError,
  type ProblemCode,
  StowageError,
  TimeoutError,
  UnexpectedAnswerError,
} from "./errors.ts";
export { FileAnswer } from "./file-answer.ts";
export type { CallOptions, Runtime, StowageOptions } from "./options.ts";
export type { Page, PagePromise } from "./page-promise.ts";
export type * from "./types.gen.ts";

/**
 * One Stowage server, as one key sees it: `stowage.bins.list()`, `stowage.items.adjust(id, { delta: -1 })`.
 * @throws TypeError  an option that cannot be meant, or a key that strangers could read on the way
 */
export class Stowage extends Nouns {
  constructor(options: StowageOptions) {
    super(new Api(options));
  }
}
