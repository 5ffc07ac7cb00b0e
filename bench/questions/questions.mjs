import { hasMembers } from "./checks.mjs";
import { deepPages } from "./deep-pages.mjs";
import { itemQuestions, itemSorts } from "./item-questions.mjs";
import { placeQuestions } from "./place-questions.mjs";
import { searchQuestions } from "./search-questions.mjs";
import { CEILING } from "./table.mjs";
import { viewsOf } from "./views.mjs";
import { workQuestions } from "./work-questions.mjs";

/** @typedef {[path: string, check: import("./checks.mjs").Check]} Asked */

/**
 * All that is asked of the server, with what the right answers are.
 * @param {import("./stage.mjs").Stage} stage
 * @returns {Promise<import("./measure.mjs").Question[]>}
 */
export async function questionsOf(stage) {
  const questions = [
    { name: CEILING, path: "/healthz", check: hasMembers({ status: "ok" }) },
    { name: "GET /readyz (one SELECT)", path: "/readyz", check: hasMembers({ status: "ready" }) },
  ];
  for (const view of viewsOf(stage)) {
    const { key, by } = view;
    const deep = await deepPages({ url: stage.url, key }, "/items?fields=id", itemSorts);
    const asked = [
      ...itemQuestions(stage, view, deep),
      ...placeQuestions(stage, view),
      ...workQuestions(stage, view),
      ...searchQuestions(stage, view),
    ];
    for (const [path, check] of asked)
      questions.push({ name: `GET ${nameOf(path)}${by}`, path: `/api/v1${path}`, key, check });
  }
  return questions;
}

/** Ids and cursors say nothing to a reader. */
function nameOf(path) {
  return decodeURIComponent(path)
    .replace(/cursor=[\w-]+/, "(deep)")
    .replace(/([=/])[a-z]+_[0-9a-z]{26}/g, "$1…");
}
