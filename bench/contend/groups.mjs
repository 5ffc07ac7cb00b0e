import { CONTENDERS } from "./contenders.mjs";
import { entrantOf, playMatch } from "./match.mjs";
import { MAIN_CONNECTIONS } from "./options.mjs";
import { stopProcess } from "./processes.mjs";
import { checkAnswers } from "./same-answers.mjs";
import { enter, noteMemory } from "./session.mjs";

/** What sets the scale, and is measured together: the database has room for three at once. */
const SCALE = ["ceiling", "floor"];

/**
 * @typedef {object} Group  Those who run at once.
 * @property {string[]} rivals
 * @property {string[]} works
 * @property {boolean} isPeer
 */

/**
 * Who is compared with Stowage, in which works, and one after the other.
 * @param {import("./options.mjs").Plan} plan
 * @returns {Group[]}
 */
export function groupsOf({ contenders, works, peerWorks }) {
  const peers = contenders.filter((name) => name !== "stowage" && !SCALE.includes(name));
  const scale = SCALE.filter((name) => contenders.includes(name));
  const playedByPeers = new Set(peers.flatMap((name) => CONTENDERS[name].works));
  // With nobody to set the scale, Stowage by itself shows only what no peer has.
  const alone = works.filter((work) => scale.length > 0 || !playedByPeers.has(work));
  return [
    { rivals: scale, works: alone, isPeer: false },
    ...peers.map((name) => ({
      rivals: [name],
      works: peerWorks.filter((work) => CONTENDERS[name].works.includes(work)),
      isPeer: true,
    })),
  ].filter((group) => group.works.length > 0);
}

/**
 * Starts a group's rivals, sees that they answer as Stowage does, and has them take turns with it.
 * @param {import("./session.mjs").Session} session
 * @param {Group} group
 */
export async function playGroup(session, { rivals, works, isPeer }) {
  const { plan, stage, stowage } = session;
  const present = [stowage];
  for (const rival of rivals) present.push(await enter(session, rival));
  const compared = present.filter(({ contender }) => contender !== "floor"); // which says what it is told
  await checkAnswers(stage, compared, (name) =>
    CONTENDERS[name].works.filter((work) => works.includes(work)),
  );
  const matches = [];
  for (const work of works) {
    if (work === "malformed_key" && works.includes("bad_key")) continue; // measured beside it
    await tellFloor(present, stage, work);
    for (const connections of isPeer ? plan.peerConnections : plan.connections) {
      if (connections !== MAIN_CONNECTIONS && !plan.sideWorks.includes(work)) continue;
      const entrants = await entrantsOf(stage, present, work, isPeer);
      const measure = isPeer ? plan.peer : connections === MAIN_CONNECTIONS ? plan.main : plan.side;
      matches.push(await playMatch(session, entrants, { connections, measure, warmUp: plan.warmUp }));
    }
  }
  await noteMemory(session, present);
  for (const { started } of present.slice(1)) await stopProcess(started.child);
  return matches;
}

async function entrantsOf(stage, present, work, isPeer) {
  const [stowage] = present;
  const playing = present.filter(({ contender }) => CONTENDERS[contender].works.includes(work));
  const entrants = await Promise.all(playing.map((who) => entrantOf(stage, who, work)));
  if (work !== "bad_key" || isPeer) return entrants;
  // What refusing costs is compared with what serving costs, at the same time.
  const beside = ["list", "malformed_key"].map((other) => entrantOf(stage, stowage, other));
  return [...(await Promise.all(beside)), ...entrants];
}

/** The floor answers with the bytes that Stowage answers with. */
async function tellFloor(present, stage, work) {
  const floor = present.find(({ contender }) => contender === "floor");
  if (!floor || !CONTENDERS.floor.works.includes(work)) return;
  const { started, contender } = present[0];
  const { requests } = await entrantOf(stage, { contender, started }, work);
  const [method, path] = requests[0].split(" ");
  const [{ name, value }] = started.credentials;
  const answer = await fetch(`http://127.0.0.1:${started.port}${path}`, {
    method,
    headers: { [name]: value },
  });
  floor.started.child.send({ body: await answer.text() });
}
