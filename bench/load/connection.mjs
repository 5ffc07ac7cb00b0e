import { connect } from "node:net";

const HEAD_END = "\r\n\r\n";
const NO_BODY = new Set([204, 304]);

/**
 * One keep-alive connection with one request on its way at a time. It reads just enough of an answer to know where it
 * ends: a load generator that parses more measures itself.
 */
export class Connection {
  #socket;
  #chunks = [];
  #bytes = 0;
  /** @type {((error: Error | null, status: number, answer: Buffer) => void) | null} */
  #done = null;

  /** @param {number} port */
  constructor(port) {
    this.#socket = connect({ host: "127.0.0.1", port, noDelay: true });
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.on("close", () => this.#fail(new Error("the server closed the connection")));
  }

  /**
   * Sends a whole request and calls back with its answer.
   * @param {Buffer | string} request
   * @param {(error: Error | null, status: number, answer: Buffer) => void} done
   */
  send(request, done) {
    this.#done = done;
    this.#socket.write(request);
  }

  close() {
    this.#socket.removeAllListeners("close");
    this.#socket.destroy();
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    const text = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#bytes);
    this.#chunks = [text];
    const headEnd = text.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const status = Number(text.toString("latin1", 9, 12));
    const end = endOf(text, headEnd, status);
    if (end < 0 || text.length < end) return;
    this.#chunks = [];
    this.#bytes = 0;
    const done = this.#done;
    this.#done = null;
    done?.(null, status, text);
  }

  #fail(error) {
    const done = this.#done;
    this.#done = null;
    done?.(error, 0, Buffer.alloc(0));
  }
}

/** Where the answer ends, or -1 while that is not known. */
function endOf(text, headEnd, status) {
  const bodyStart = headEnd + HEAD_END.length;
  if (NO_BODY.has(status)) return bodyStart;
  const head = text.toString("latin1", 0, headEnd);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bodyStart + Number(length);
  const last = text.lastIndexOf("0\r\n\r\n"); // chunked
  return last >= bodyStart - 2 && last + 5 === text.length ? text.length : -1;
}

/** The body of an answer, chunked or not. @param {Buffer} answer */
export function bodyOf(answer) {
  const headEnd = answer.indexOf(HEAD_END);
  const head = answer.toString("latin1", 0, headEnd);
  const body = answer.subarray(headEnd + HEAD_END.length);
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? unchunked(body) : body.toString();
}

function unchunked(body) {
  const parts = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.toString("latin1", at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(parts).toString();
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
