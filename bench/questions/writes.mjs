import { ask } from "./ask.mjs";

/** Operations of a bulk request: as many as one may hold. */
const BULK = 500;

/**
 * Changes some things, over and over, and sees that each change is the one that was asked for.
 * @param {import("./stage.mjs").Stage} stage
 * @param {number} rounds
 * @returns {Promise<import("./measure.mjs").Measured[]>}
 */
export async function timeWrites({ url, key, inventory, isBig, loose }, rounds) {
  /** @type {Map<string, import("./measure.mjs").Measured>} By name. */
  const measured = new Map();
  const many = isBig ? BULK : 20;
  const [bin] = inventory.bins;
  let quantity = loose[0].quantity;

  /** @param {(answer: any) => unknown} isRight */
  async function write(name, path, body, isRight) {
    const { ms, status, text } = await ask(url, { method: "POST", path: `/api/v1${path}`, key, body });
    const answer = JSON.parse(text);
    /** @type {import("./measure.mjs").Measured} */
    const entry = measured.get(name) ?? { name, times: [], wrong: null };
    measured.set(name, entry);
    entry.times.push(ms);
    if (status >= 300 || !isRight(answer)) entry.wrong ??= `answered ${status}: ${text.slice(0, 300)}`;
    return answer;
  }
  const bulk = (name, operations, isRight) =>
    write(`POST /items/bulk: ${name} ${many}`, "/items/bulk", { atomic: true, operations }, ({ data }) =>
      data.every(isRight),
    );

  for (let round = 0; round < rounds; round++) {
    quantity++;
    await write(
      "POST /items/{id}/adjust",
      `/items/${loose[0].id}/adjust`,
      { delta: 1 },
      (answer) => answer.quantity === quantity,
    );
    await write(
      "POST /scan (lookup)",
      "/scan",
      { code: bin.code, action: "lookup" },
      ({ target }) => target.id === bin.id,
    );
    const made = await bulk(
      "create",
      Array.from({ length: many }, (_, n) => ({
        op: "create",
        data: { name: `Bulk ${n + 1}`, tags: ["bulk"] },
      })),
      ({ status }) => status === 201,
    );
    if (!made.data) break;
    const each = (operation) => made.data.map(({ data: { id } }) => ({ id, ...operation }));
    await bulk("adjust", each({ op: "adjust", data: { delta: 4 } }), ({ data }) => data.quantity === 5);
    await bulk(
      "move",
      each({ op: "move", data: { to_bin_id: bin.id } }),
      ({ data }) => data.item.bin_id === bin.id,
    );
    await bulk("delete", each({ op: "delete" }), ({ status }) => status === 200);
  }
  return [...measured.values()];
}
