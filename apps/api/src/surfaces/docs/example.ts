/** An operation's example: what was sent, and what came. */
export interface Example {
  path?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Of an answer that is a file. */
  media_type?: string;
  /** JSON, or the text of a file; absent for a file that is no text. */
  answer?: unknown;
}
