import { fromSources } from "./from-sources.mjs";

/** Where the committed document says that the server is: as `npm start` serves it. */
const PUBLIC_URL = "http://127.0.0.1:4870";

/**
 * The OpenAPI document that the server would serve, made of the procedures as they stand in the sources.
 * @returns {Promise<object>}
 */
export async function openApiDocument() {
  const { document } = await fromSources(`
    import { openApiDocument } from "./src/surfaces/docs/openapi-document.ts";
    import { appRouter } from "./src/trpc/router.ts";
    import { VERSION } from "./src/version.ts";
    export const document = openApiDocument(appRouter, { publicUrl: "${PUBLIC_URL}", version: VERSION });`);
  return JSON.parse(JSON.stringify(document));
}
