import type { LookupAddress } from "node:dns";
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import type { DeliveryError } from "@stowage/contract/deliveries";

/** What of an answer's head is read; Node's own limit, which a setting of its process could raise. */
const HEAD_BYTES_MAX = 16_384;

export interface Post {
  url: URL;
  /** Where to connect, whatever the name of `url` says by then. */
  addresses: readonly LookupAddress[];
  headers: Record<string, string>;
  body: string;
  /** How much of the answer's body is wanted; what follows is not read. */
  answerBytesMax: number;
  /** Ends it all; of an answer whose head has come, what there is counts. */
  signal: AbortSignal;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The step in which a post failed tells what failed; the codes of errors are too many to tell it by. */
type Step = "connecting" | "securing" | "talking";
export type PostFailure = { error: DeliveryError; cause: unknown };

/**
 * Posts on a connection of its own, which nothing uses before or after. Redirects are answers like any other. Resolves with
 * what went wrong rather than throwing it.
 */
export function post({
  url,
  addresses,
  headers,
  body,
  answerBytesMax,
  signal,
}: Post): Promise<Answer | PostFailure> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === "https:";
    let step: Step = "connecting";
    let isAnswered = false;
    const sending = (isSecure ? secureRequest : plainRequest)(url, {
      method: "POST",
      agent: isSecure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
      lookup: pinned(addresses),
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      maxHeaderSize: HEAD_BYTES_MAX,
      signal,
    });
    sending.on("socket", (socket) => {
      socket.once("connect", () => {
        step = isSecure ? "securing" : "talking";
      });
      socket.once("secureConnect", () => {
        step = "talking";
      });
    });
    sending.on("response", async (answer) => {
      isAnswered = true; // what goes wrong from here on is the body's affair
      const { statusCode: status = 0, headers } = answer;
      resolve({ status, headers, body: await beginning(answer, answerBytesMax) });
      sending.destroy();
    });
    sending.on("error", (cause) => {
      if (!isAnswered) resolve({ error: signal.aborted ? "timeout" : errorOf(step, cause), cause });
    });
    sending.on("close", () => {
      if (!isAnswered) resolve({ error: "bad_response", cause: "closed without an answer" });
    });
    sending.end(body);
  });
}

/** The answer to whoever asks for the address of a name, which is always the same. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (!first) callback(new Error("no address"), "");
    else if (options.all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

/** As much as is wanted of a body, or as came before it broke off. */
async function beginning(answer: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= bytesMax) break;
    }
  } catch {
    // Its head has come, and that is what counts.
  }
  return Buffer.concat(chunks).subarray(0, bytesMax);
}

function errorOf(step: Step, cause: unknown): DeliveryError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (step === "securing") return "tls_failed";
  if (step === "talking") return code.startsWith("HPE_") ? "bad_response" : "connection_failed";
  if (code === "ETIMEDOUT") return "timeout";
  return code === "ECONNREFUSED" ? "connection_refused" : "connection_failed";
}
