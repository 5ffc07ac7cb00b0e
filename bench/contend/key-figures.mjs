import { entrantOf, measureOnce, playMatch } from "./match.mjs";
import { MAIN_CONNECTIONS } from "./options.mjs";

/** @typedef {Awaited<ReturnType<typeof measureKeys>>} KeyFigures */

const toCredential = (key) => ({ name: "authorization", value: `Bearer ${key}` });

/**
 * What keys cost that the server has not seen, and what many cost in turn.
 * @param {import("./session.mjs").Session} on
 */
export async function measureKeys(on) {
  const { plan, stage, stowage } = on;
  const keys = (await stage.moreKeys(plan.coldKeys + plan.keys)).map(toCredential);
  const many = keys.slice(plan.coldKeys);
  const asked = (credentials) => entrantOf(stage, stowage, "get", credentials);
  const firstUse = (credentials, connections) =>
    asked(credentials).then((entrant) =>
      measureOnce(on, entrant, { connections, count: credentials.length, rest: plan.main.rest }),
    );
  // The server has been asked before, so that what is measured is the key's first use and not the route's.
  const cold = await firstUse(keys.slice(0, plan.coldKeys), 1);
  const firstPass = await firstUse(many, MAIN_CONNECTIONS);
  const rotation = await playMatch(on, [await asked(stowage.started.credentials), await asked(many)], {
    connections: MAIN_CONNECTIONS,
    measure: plan.main,
    warmUp: plan.warmUp,
  });
  return { cold, firstPass, rotation, count: many.length };
}
