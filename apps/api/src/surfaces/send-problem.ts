import type { FastifyReply } from "fastify";
import { type ProblemError, type ProblemFrame, problemBody } from "../problems.ts";

/** Answers with the one error body (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ProblemError, frame: ProblemFrame): FastifyReply {
  reply.request.problem = error.problem;
  return reply
    .code(error.status)
    .headers(error.headers)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(problemBody(error, frame)));
}
