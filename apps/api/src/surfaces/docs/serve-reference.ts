import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../../deps.ts";
import { pageHeaders } from "../page-headers.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";
import { PageAssets, servePageAssets } from "./page-assets.ts";
import { serveProblems } from "./serve-problems.ts";

/**
 * The pages that explain the API, made by the server itself: the reference at `/docs`, which tries calls out on this very
 * server, and `/problems`. They load nothing foreign. ADR 0018 says why Swagger UI draws the reference.
 */
export async function serveReference(app: FastifyInstance, deps: Deps): Promise<void> {
  const assets = new PageAssets();
  await app.register(async (pages) => {
    await pages.register(helmet, pageHeaders(deps.publicUrl()));
    servePageAssets(pages, assets);
    await pages.register(async (problems) => serveProblems(problems, assets, deps.publicUrl));
    pages.get("/docs", (_request, reply) =>
      reply
        .header("content-type", "text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(referencePage(assets)),
    );
  });
}

function referencePage(assets: PageAssets): string {
  return page(assets, {
    title: "Stowage API",
    head: html`<link rel="stylesheet" href="${assets.address("swagger-ui.css")}">
    <link rel="stylesheet" href="${assets.address("reference.css")}">
    <script defer src="${assets.address("swagger-ui-bundle.js")}"></script>
    <script defer src="${assets.address("open-reference.js")}"></script>`,
    body: html`<div id="reference"></div>
    <noscript>The reference needs JavaScript; <a href="/api/v1/openapi.json">openapi.json</a> has the same for programs.</noscript>`,
  });
}
