import type { Upload } from "./api.ts";

/** Input with a file in it as a request whose body is the file: its media type says its format, the rest is the query. */
export function asFile<Format extends string>(
  { content, format, ...query }: { content: Upload; format: Format },
  types: Readonly<Record<Format, string>>,
): { upload: { content: Upload; type: string }; query: object } {
  return { upload: { content, type: types[format] }, query };
}
