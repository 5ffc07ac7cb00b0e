import { UnexpectedAnswerError } from "./errors.ts";

/** An event is as large as what it tells of, which a request brought in a body of 1 MiB at most. */
const LINE_LENGTH_MAX = 1_048_576;
const EVENT_LENGTH_MAX = 4 * LINE_LENGTH_MAX;
/** What a header holds, in which it is sent again. */
const ID = /^[\x21-\x7e]{1,255}$/;

/** One record of a stream of server-sent events, as far as it goes. */
export interface ServerSentEvent {
  /** What to go on from; `null` while none was told. */
  id: string | null;
  /** Empty for a record that only moves the id. */
  data: string;
  retryMs: number | null;
}

/** Reads `text/event-stream` piece by piece (WHATWG HTML, 9.2.6), wherever the pieces are cut. */
export class EventParser {
  /** The line that is not whole; it is not looked into again with each piece. */
  #rest = "";
  #held: "" | "\r" = "";
  #id: string | null = null;
  #retryMs: number | null = null;
  #data: string[] = [];
  #length = 0;
  #hasSaid = false;

  /**
   * @returns the records that are whole by now
   * @throws UnexpectedAnswerError  a line or an event grows without an end
   */
  push(text: string): ServerSentEvent[] {
    const all = this.#held + text;
    // A CR at the end may be the first half of a CRLF.
    this.#held = all.endsWith("\r") ? "\r" : "";
    const [first = "", ...more] = (this.#held ? all.slice(0, -1) : all).split(/\r\n|\n|\r/);
    const lines = [this.#rest + first, ...more];
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > LINE_LENGTH_MAX) throw tooLarge();
    return lines.flatMap((line) => this.#take(line) ?? []);
  }

  #take(line: string): ServerSentEvent | null {
    if (line === "") return this.#dispatch();
    const [, name, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === "data") this.#add(value ?? "");
    else if (name === "id" && ID.test(value ?? "")) this.#id = value ?? "";
    else if (name === "retry" && /^\d+$/.test(value ?? "")) this.#retryMs = Number(value);
    else return null;
    this.#hasSaid = true;
    return null;
  }

  #add(line: string): void {
    this.#data.push(line);
    this.#length += line.length + 1;
    if (this.#length > EVENT_LENGTH_MAX) throw tooLarge();
  }

  #dispatch(): ServerSentEvent | null {
    const event = { id: this.#id, data: this.#data.join("\n"), retryMs: this.#retryMs };
    const hasSaid = this.#hasSaid;
    this.#data = [];
    this.#length = 0;
    this.#hasSaid = false;
    return hasSaid ? event : null;
  }
}

function tooLarge(): UnexpectedAnswerError {
  return new UnexpectedAnswerError({
    code: "unexpected_answer",
    message: "A line or an event of the stream is too large to be of a Stowage.",
  });
}
