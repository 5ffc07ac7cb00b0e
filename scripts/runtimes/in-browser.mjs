import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ensureBrowser, systemBrowser } from "../bootstrap/browser.mjs";
import { root } from "../bootstrap/environment.mjs";

/**
 * Runs the smoke program as a module of a page of another origin than the server's.
 * @param {string} folder  where the client is installed and the program lies
 * @param {{ baseUrl: string, apiKey: string, elsewhere: string }} stand
 * @returns {Promise<string[]>} what was seen to work
 */
export async function smokeInBrowser(folder, stand) {
  if (!(await ensureBrowser())) throw new Error("there is no browser");
  const { build } = createRequire(join(root, "packages/client/package.json"))("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(folder, "smoke.mjs")],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const [{ text }] = outputFiles;
  const pages = createServer((request, response) => {
    const isScript = request.url === "/smoke.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? text : "<!doctype html><title>Smoke</title>");
  });
  await new Promise((resolve) => pages.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = pages.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const { chromium } = createRequire(join(root, "package.json"))("@playwright/test");
  const browser = await chromium.launch({
    executablePath: systemBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    return await page.evaluate(async (given) => {
      const script = "/smoke.js";
      return (await import(script)).smoke(given);
    }, stand);
  } finally {
    await browser.close();
    pages.close();
  }
}
