/** What a name or a label may stand for. */
export type Thing = "item" | "bin" | "location" | "project" | "task" | "key";

/** A member of an input, as an option. */
export interface Field {
  /** On the wire. */
  readonly name: string;
  /** On the command line, without its dashes. */
  readonly option: string;
  readonly kind: "text" | "number" | "flag" | "list" | "numbers" | "pairs" | "json";
  readonly help: string;
  readonly choices?: readonly string[];
  readonly thing?: Thing;
  readonly default?: unknown;
  readonly is_nullable?: boolean;
  readonly is_required?: boolean;
}

/** A procedure as a command. */
export interface Operation {
  readonly procedure: string;
  /** `items` of `stowage items list`; empty for what has a command of its own. */
  readonly group: string;
  readonly verb: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly arguments: readonly { readonly name: string; readonly thing: string }[];
  readonly query: readonly Field[];
  readonly body: readonly Field[];
  readonly takes_body: boolean;
  readonly is_page: boolean;
}
