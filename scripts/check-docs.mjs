#!/usr/bin/env node
// Builds the site of the documentation, and looks at what came out: every page can be reached from the sidebar, every
// link and anchor leads somewhere, and nothing is loaded from another host.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pageOf } from "../docs/.vitepress/pages.mjs";
import { sidebar } from "../docs/.vitepress/sidebar.mjs";
import { run } from "./bootstrap/processes.mjs";
import { finish, projectFiles, root } from "./source-files.mjs";

const SITE = join(root, "docs/.vitepress/dist");
const ORIGIN = "http://site";

/** The addresses that the sidebar leads to. */
function linksOf(items) {
  return items.flatMap(({ link, items: below = [] }) => [...(link ? [link] : []), ...linksOf(below)]);
}

/** The file behind an address of the site. */
function fileOf(address) {
  const path = decodeURI(new URL(address, ORIGIN).pathname);
  if (path.endsWith("/")) return `${path}index.html`.slice(1);
  return (posix.extname(path) ? path : `${path}.html`).slice(1);
}

function sidebarProblems() {
  const listed = new Set(linksOf(sidebar).map(fileOf));
  const pages = projectFiles().flatMap((source) => {
    const page = pageOf(source);
    return page ? [{ source, file: page.replace(/\.md$/, ".html") }] : [];
  });
  const files = new Set(pages.map(({ file }) => file));
  return [
    ...pages
      .filter(({ file }) => !listed.has(file))
      .map(({ source }) => `${source}: not in docs/.vitepress/sidebar.mjs`),
    ...[...listed]
      .filter((file) => !files.has(file))
      .map((file) => `sidebar.mjs: there is no page for ${file}`),
  ];
}

const attributes = (html, tags, name) =>
  Array.from(html.matchAll(new RegExp(`<(?:${tags})\\b[^>]*?\\s${name}="([^"]*)"`, "g")), ([, value]) =>
    value.replaceAll("&amp;", "&"),
  );

/** What a page refers to, on the site and elsewhere. */
function pageProblems(file, text, anchors) {
  const loaded = [
    ...attributes(text, "script|img|iframe|source", "src"),
    ...attributes(text, "link", "href"),
  ];
  const foreign = loaded.filter((address) => /^(https?:)?\/\//.test(address));
  const links = attributes(text, "a", "href").filter((address) => !/^[a-z]+:/.test(address));
  const dead = [...links, ...loaded.filter((address) => !foreign.includes(address))].filter((address) => {
    const { hash, pathname } = new URL(address, `${ORIGIN}/${file}`);
    const target = fileOf(pathname);
    if (!existsSync(join(SITE, target))) return true;
    return (
      hash.length > 1 &&
      target.endsWith(".html") &&
      !anchors.get(target)?.has(decodeURIComponent(hash.slice(1)))
    );
  });
  return [
    ...foreign.map((address) => `${file} loads ${address}`),
    ...[...new Set(dead)].map((address) => `${file} links to ${address}, which leads nowhere`),
  ];
}

function siteProblems() {
  const names = readdirSync(SITE, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const pages = names
    .filter((name) => name.endsWith(".html") && !name.startsWith("files/"))
    .map((name) => ({ name, text: readFileSync(join(SITE, name), "utf8") }));
  const anchors = new Map(
    pages.map(({ name, text }) => [
      name,
      new Set(Array.from(text.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)),
    ]),
  );
  const foreignStyles = names
    .filter(
      (name) =>
        name.endsWith(".css") && /url\(["']?(https?:)?\/\//.test(readFileSync(join(SITE, name), "utf8")),
    )
    .map((name) => `${name} loads from another host`);
  return {
    count: pages.length,
    problems: [
      ...(pages.length < 30 ? [`only ${pages.length} pages came out`] : []),
      ...pages.flatMap(({ name, text }) => (name === "404.html" ? [] : pageProblems(name, text, anchors))),
      ...foreignStyles,
    ],
  };
}

const vitepress = join(root, "node_modules/vitepress/bin/vitepress.js");
const { code, output } = await run(process.execPath, [vitepress, "build", "docs"], { quiet: true });
if (code !== 0 || /\bError:/.test(output)) finish([output], "documentation");
const { count, problems } = siteProblems();
finish([...sidebarProblems(), ...problems], `${count} pages of documentation`);
