import { ask } from "./ask.mjs";

/**
 * @typedef {object} Question
 * @property {string} name
 * @property {string} path
 * @property {string} [key] Of the caller; without one, anybody's question.
 * @property {import("./checks.mjs").Check} check
 */

/** @typedef {{ name: string, times: number[], wrong: string | null }} Measured */

/**
 * Asks all questions once to see that the answers are right, and then again and again, one after the other: whatever
 * disturbs the machine for a moment disturbs them all alike. Without rounds the first time is the only one.
 * @param {string} url
 * @param {Question[]} questions
 * @param {{ rounds: number, seconds: number }} limits
 * @returns {Promise<Measured[]>}
 */
export async function measure(url, questions, { rounds, seconds }) {
  const measured = [];
  for (const { name, check, ...question } of questions) {
    const answer = await ask(url, question);
    measured.push({ name, times: rounds === 0 ? [answer.ms] : [], wrong: wrongIn(answer, check) });
  }
  const endsAt = performance.now() + seconds * 1000;
  for (let round = 0; round < rounds && (round === 0 || performance.now() < endsAt); round++)
    for (const [index, question] of questions.entries()) {
      const { ms, status } = await ask(url, question);
      measured[index].times.push(ms);
      if (status !== 200) measured[index].wrong ??= `answered ${status}`;
    }
  return measured;
}

function wrongIn({ status, text }, check) {
  if (status !== 200) return `answered ${status}: ${text.slice(0, 300)}`;
  return check(JSON.parse(text));
}
