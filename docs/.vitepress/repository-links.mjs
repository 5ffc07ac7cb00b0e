import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { pageOf } from "./pages.mjs";

const FILES = "files";

/**
 * Links in the pages are relative to their own file, as a forge shows them. On the site they lead to the page of that
 * file, or to a copy of it when it is none. A link to what does not exist ends the build.
 */
export class RepositoryLinks {
  /** @type {Set<string>} */
  #files = new Set();

  /** @param {string} root of the checkout */
  constructor(root) {
    this.root = root;
  }

  /** A plugin of markdown-it. */
  plugin = (/** @type {any} */ md) => {
    md.core.ruler.push("repository_links", (/** @type {any} */ { tokens, env }) => {
      const source = relative(this.root, env.realPath ?? env.path);
      for (const token of tokens.flatMap(({ children }) => children ?? [])) {
        if (token.type === "link_open") this.#lead(token, source);
      }
    });
  };

  #lead(token, source) {
    const href = token.attrGet("href") ?? "";
    if (/^([a-z]+:|#|\/)/.test(href)) return;
    const [path, hash] = href.split("#");
    const target = posix.normalize(posix.join(posix.dirname(source), decodeURI(path)));
    if (!existsSync(join(this.root, target)))
      throw new Error(`${source} links to ${href}, which does not exist`);
    const page = pageOf(target);
    if (page) return token.attrSet("href", `/${page}${hash === undefined ? "" : `#${hash}`}`);
    this.#files.add(target);
    token.attrSet("href", `/${FILES}/${target.replace(/^\./, "")}`);
    token.attrSet("target", "_blank");
  }

  /** Copies what pages link to and is no page itself. */
  copyFiles(outDir) {
    for (const file of this.#files) {
      const copy = join(outDir, FILES, file.replace(/^\./, ""));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(this.root, file), copy);
    }
  }
}
