import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { ProblemError } from "../../problems.ts";

/** Beside a bundle; or in this package, and in what it depends on. */
const FOLDERS = ["./assets/pages/", "../../../assets/pages/", "../../../node_modules/swagger-ui-dist/"];
const TYPES = {
  "page.css": "text/css",
  "reference.css": "text/css",
  "open-reference.js": "text/javascript",
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
};
type Name = keyof typeof TYPES;

interface Asset {
  bytes: Buffer;
  digest: string;
}

/**
 * The files that the server's own pages load. Each is read when it is first asked for, and its address holds a digest of
 * it, so that browsers may keep it for good.
 */
export class PageAssets {
  readonly #read = new Map<Name, Asset>();

  /** Where pages of this server find it. */
  address(name: Name): string {
    return `/docs/assets/${this.#asset(name).digest}/${name}`;
  }

  /** @throws unknown_route  there is no such file, or it has other contents by now */
  get(digest: string, name: string): { bytes: Buffer; type: string } {
    if (!Object.hasOwn(TYPES, name)) throw gone();
    const known = name as Name; // a key of the const object
    const { bytes, digest: current } = this.#asset(known);
    if (digest !== current) throw gone();
    return { bytes, type: `${TYPES[known]}; charset=utf-8` };
  }

  #asset(name: Name): Asset {
    const read = this.#read.get(name);
    if (read) return read;
    const url = FOLDERS.map((folder) => new URL(`${folder}${name}`, import.meta.url)).find((one) =>
      existsSync(one),
    );
    if (!url) throw new Error(`${name} of the server's pages is missing`);
    const bytes = readFileSync(url);
    const asset = { bytes, digest: createHash("sha256").update(bytes).digest("hex").slice(0, 16) };
    this.#read.set(name, asset);
    return asset;
  }
}

function gone(): ProblemError {
  return new ProblemError("unknown_route", "There is no such file. Load the page again.");
}

/** `GET /docs/assets/<digest>/<name>`. */
export function servePageAssets(app: FastifyInstance, assets: PageAssets): void {
  app.get<{ Params: { digest: string; name: string } }>(
    "/docs/assets/:digest/:name",
    { logLevel: "warn" },
    ({ params }, reply) => {
      const { bytes, type } = assets.get(params.digest, params.name);
      return reply
        .header("content-type", type)
        .header("cache-control", "public, max-age=31536000, immutable")
        .send(bytes);
    },
  );
}
