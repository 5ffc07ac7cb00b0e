import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { asForgesShowIt } from "./as-forges-show-it.mjs";
import { NO_PAGES, pageOf } from "./pages.mjs";
import { RepositoryLinks } from "./repository-links.mjs";
import { sidebar } from "./sidebar.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const links = new RepositoryLinks(root);

/** As forges make it of a heading, so that a link to one works there and here. */
const slugify = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

/** The site of the documentation: the Markdown in `docs`, and nothing that is loaded from elsewhere. */
export default defineConfig({
  title: "Stowage",
  description: "The self-hosted inventory that you can script.",
  lang: "en",
  srcDir: root,
  srcExclude: NO_PAGES,
  outDir: fileURLToPath(new URL("dist", import.meta.url)),
  cacheDir: fileURLToPath(new URL("../../.cache/vitepress", import.meta.url)),
  rewrites: (source) => pageOf(source) ?? source,
  cleanUrls: false,
  metaChunk: true,
  markdown: {
    anchor: { slugify },
    config: (md) => {
      md.use(asForgesShowIt).use(links.plugin);
    },
  },
  // Its tables need the room of the outline.
  transformPageData: ({ relativePath }) =>
    relativePath === "reference/operations.md" ? { frontmatter: { aside: false } } : undefined,
  buildEnd: ({ outDir }) => links.copyFiles(outDir),
  themeConfig: {
    nav: [
      { text: "Start", link: "/start" },
      { text: "API keys", link: "/api-keys" },
      { text: "Self-hosting", link: "/self-hosting" },
    ],
    sidebar,
    search: { provider: "local" },
    outline: [2, 3],
  },
});
