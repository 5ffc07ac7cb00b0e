import { existsSync } from "node:fs";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../problems.ts";
import { pageHeaders } from "./page-headers.ts";

/** Paths that belong to the machine-readable surfaces; below them an unknown route is a problem, never a page. */
const MACHINE_PATHS = /^\/(api|trpc|mcp|healthz|readyz)(\/|$|\?)/;

/** Serves the built web app: hashed assets for good and small, the page itself revalidated, and the page for every app route. */
export async function registerSpa(app: FastifyInstance, deps: Deps): Promise<void> {
  const root = deps.config.web_root;
  const hasApp = root !== undefined && existsSync(root);
  if (hasApp) {
    await app.register(helmet, {
      global: false,
      // The decoder of the scan screen is WebAssembly, from here like everything else.
      ...pageHeaders(deps.publicUrl(), { scriptSrc: ["'self'", "'wasm-unsafe-eval'"] }),
    });
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      // The build left a `.br` and a `.gz` beside each file that is worth it.
      preCompressed: true,
      index: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes("/assets/");
        reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (!hasApp || !wantsPage(request))
      throw new ProblemError("unknown_route", `${request.method} ${pathOf(request)} does not exist.`);
    await reply.helmet();
    return reply.sendFile("index.html");
  });
}

/** A browser says that it wants a page; a script that mistyped an address should not be handed one. */
function wantsPage(request: FastifyRequest): boolean {
  const path = pathOf(request);
  if (request.method !== "GET" || MACHINE_PATHS.test(path) || /\.\w+$/.test(path)) return false;
  return path === "/" || (request.headers.accept ?? "").includes("text/html");
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}
