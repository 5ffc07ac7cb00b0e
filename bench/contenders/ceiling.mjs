// The practical ceiling: what somebody writes by hand who wants nothing but speed. Fastify, one raw statement for each
// request, serializers compiled from schemas. The token is looked up in a set in memory; nothing else is checked, counted
// or logged. A write leaves the same rows as ours: the thing, its label code, its event and the workspace's counts.
import { randomBytes } from "node:crypto";
import { REFUSAL, startHandWritten } from "./hand-written.mjs";
import { isReady, portOf } from "./serve.mjs";

const TOKENS = 16;

const tokens = Array.from({ length: TOKENS }, () => `ceiling-${randomBytes(24).toString("hex")}`);
const known = new Set(tokens.map((token) => `Bearer ${token}`));

const server = await startHandWritten((app) => {
  app.addHook("onRequest", (request, reply, done) => {
    if (known.has(request.headers.authorization ?? "")) done();
    else reply.code(401).type("application/problem+json").send(REFUSAL);
  });
});
isReady({ port: portOf(server), tokens });
