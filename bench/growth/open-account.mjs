import { randomBytes } from "node:crypto";
import { callApi } from "../../scripts/seed/api.mjs";

const THINGS = 50;

/**
 * Signs up at a server that lets anybody, with a custom plan, and makes a key that may do everything, bins and items.
 * @param {{ url: string, sql: import("postgres").Sql }} server
 */
export async function openAccount({ url, sql }) {
  const signedUp = await callApi({ url, headers: {} }, "POST", "/auth/sign-up", {
    email: "memory@example.org",
    password: randomBytes(16).toString("hex"),
    name: "Memory",
  });
  const cookie = signedUp.response.headers.getSetCookie().map((text) => text.split(";", 1)[0]);
  const person = { url, headers: { cookie: cookie.join("; "), origin: url } };
  await sql`update organizations set plan = 'enterprise',
    rate_limit = (select rate_limit from organizations where rate_limit is not null limit 1)`;
  const made = await callApi(person, "POST", "/api-keys", { name: "Manager", scopes: ["admin:*"] });
  const api = { url, headers: { authorization: `Bearer ${made.answer.key}` } };
  const make = async (path, body) => (await callApi(api, "POST", path, body)).answer.id;
  const bin_ids = [];
  const item_ids = [];
  for (let n = 0; n < THINGS; n++) {
    const bin_id = await make("/bins", { name: `Box ${n}` });
    bin_ids.push(bin_id);
    item_ids.push(await make("/items", { name: `Brass screw ${n}`, bin_id, quantity: 1_000 }));
  }
  return { key: made.answer.key, bin_ids, item_ids };
}
