import { type Html, html } from "./html.ts";
import type { PageAssets } from "./page-assets.ts";

/** The frame of the server's own pages, which need no app. `more` goes into the head. */
export function page(
  assets: PageAssets,
  { title, head = html``, body }: { title: string; head?: Html; body: Html },
): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${assets.address("page.css")}">
    ${head}
  </head>
  <body>
    <nav class="bar" aria-label="Stowage">
      <a href="/">Stowage</a>
      <a href="/docs">API</a>
      <a href="/problems">Problems</a>
      <a href="/api/v1/openapi.json">openapi.json</a>
    </nav>
    ${body}
  </body>
</html>
`.text;
}
