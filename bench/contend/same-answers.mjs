import { isDeepStrictEqual } from "node:util";
import { refusedOf } from "./match.mjs";
import { LIST, WORKS } from "./works.mjs";

/** Quantities have three decimals. */
const THOUSAND = 1_000;

/** @typedef {{ contender: string, started: import("./contenders.mjs").Started }} Present */

/**
 * Sees to it that all who are compared give the same answers, so that times are of the same work.
 * @param {import("./stage.mjs").Stage} stage
 * @param {Present[]} present  Stowage first.
 * @param {(contender: string) => string[]} worksOf
 * @throws Error with a sentence about the first that differs
 */
export async function checkAnswers(stage, present, worksOf) {
  for (const work of Object.keys(CHECKS)) {
    const asked = present.filter(({ contender }) => worksOf(contender).includes(work));
    let expected;
    for (const who of asked) {
      const answer = await CHECKS[work](stage, who);
      expected ??= answer;
      if (isDeepStrictEqual(answer, expected)) continue;
      throw new Error(
        `${WORKS[work].title}: ${who.contender} does not answer as ${asked[0].contender} does.\n` +
          `  ${asked[0].contender}: ${shown(expected)}\n  ${who.contender}: ${shown(answer)}`,
      );
    }
    await stage.clear(work);
  }
}

const shown = (answer) => JSON.stringify(answer).slice(0, 600);

/** What must be the same of the answers to each work. */
const CHECKS = {
  async list(stage, who) {
    const { data, next_cursor } = await answerOf(stage, who, "list");
    return { data, hasMore: next_cursor !== null }; // a cursor is its maker's own
  },
  get: (stage, who) => answerOf(stage, who, "get"),
  async create(stage, who) {
    const { name, ...bin } = await answerOf(stage, who, "create");
    return { name, members: Object.keys(bin).sort() };
  },
  async adjust(stage, who) {
    const first = await answerOf(stage, who, "adjust");
    const second = await answerOf(stage, who, "adjust");
    return {
      added: Math.round((second.quantity - first.quantity) * THOUSAND) / THOUSAND,
      events: second.event_seq - first.event_seq,
      members: Object.keys(second).sort(),
    };
  },
  async poll(stage, who) {
    const [{ name, value }] = who.started.credentials;
    const fresh = await fetch(urlOf(who, LIST), { headers: { [name]: value, "if-none-match": '"nothing"' } });
    await fresh.arrayBuffer();
    return await answerOf(
      { ...stage, subject: { ...stage.subject, etag: fresh.headers.get("etag") } },
      who,
      "poll",
    );
  },
  bad_key: (stage, who) => refusal(stage, who, "bad_key"),
  malformed_key: (stage, who) => refusal(stage, who, "malformed_key"),
  async batch(stage, who) {
    const answers = await answerOf(stage, who, "batch");
    return answers.map(({ result }) => result?.data);
  },
  async search(stage, who) {
    const { data } = await answerOf(stage, who, "search");
    if (data.length === 0) throw new Error("The search finds nothing, so its time says nothing.");
    return data;
  },
};

/** The status alone; each has words of its own. */
async function refusal(stage, who, work) {
  await answerOf(stage, who, work);
  return WORKS[work].status;
}

const urlOf = ({ started }, path) => `http://127.0.0.1:${started.port}${path}`;

async function answerOf(stage, who, work) {
  const { by, status, requests } = WORKS[work];
  const [{ method, path, body, headers }] = requests(stage.subject);
  const [key] = by === "good" ? who.started.credentials : refusedOf(stage, who.contender, who.started)[by];
  const response = await fetch(urlOf(who, path), {
    method,
    headers: {
      ...headers,
      ...(key && { [key.name]: key.value }),
      ...(body && { "content-type": "application/json" }),
    },
    body: body ?? null,
  });
  const text = await response.text();
  if (response.status !== status)
    throw new Error(
      `${WORKS[work].title}: ${who.contender} answered ${response.status}, not ${status}: ${text}`,
    );
  return text === "" ? {} : JSON.parse(text);
}
