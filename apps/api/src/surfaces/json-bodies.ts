import type { FastifyInstance } from "fastify";
import { ProblemError } from "../problems.ts";

/** JSON alone, and none at all where a call needs none, whatever its Content-Type says. */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error"); // __proto__ and constructor keys are refused
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") return done(null, undefined);
    parse(request, body.toString(), (error, value) =>
      error ? done(new ProblemError("malformed_json", "The body is not valid JSON.")) : done(null, value),
    );
  });
}
