import type { Readable } from "node:stream";
import { z } from "zod";

/** What a procedure answers that gives a file instead of JSON; on REST it is the body. */
export class FileAnswer {
  readonly media_type: string;
  readonly body: string | Buffer | Readable;
  /** What a browser saves it as; without it, it is shown. */
  readonly filename: string | null;
  /** What else is said about it. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(file: {
    media_type: string;
    body: string | Buffer | Readable;
    filename?: string;
    headers?: Readonly<Record<string, string>>;
  }) {
    this.media_type = file.media_type;
    this.body = file.body;
    this.filename = file.filename ?? null;
    this.headers = file.headers ?? {};
  }
}

/** The output of such a procedure; its document entry is written from the route's media types. */
export const FileOutput = z.unknown();
