import type { Socket } from "node:net";
import { ProblemError, problemBody } from "../problems.ts";
import { requestIdOf } from "./request-id.ts";

/** Answers what is not even HTTP, or has headers beyond all measure, with the one error body, and hangs up. */
export function refuseBrokenHttp(publicUrl: () => string) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const request_id = requestIdOf({ headers: {} });
    const problem = new ProblemError(
      "invalid_header",
      "The request is not valid HTTP, or its headers are too large.",
    );
    const body = JSON.stringify(problemBody(problem, { request_id, public_url: publicUrl() }));
    socket.end(
      [
        "HTTP/1.1 400 Bad Request",
        "Content-Type: application/problem+json; charset=utf-8",
        `Content-Length: ${Buffer.byteLength(body)}`,
        `X-Request-Id: ${request_id}`,
        "Connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  };
}
