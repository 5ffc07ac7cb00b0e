import { randomBytes } from "node:crypto";
import { callApi } from "../../scripts/seed/api.mjs";
import { seedStock } from "../../scripts/seed/seed-stock.mjs";

const SCOPES = ["locations:read", "locations:write", "bins:read", "bins:write", "items:read", "items:write"];

/** @typedef {Awaited<ReturnType<typeof setStage>>} Stage */

/**
 * A signed-in person with a warehouse of so many items. On a fresh server the account is made; on another,
 * STOWAGE_EMAIL and STOWAGE_PASSWORD say whose warehouse it is, and only what is missing is added.
 * @param {{ url: string, items: number, environment: NodeJS.ProcessEnv, output: NodeJS.WritableStream }} task
 */
export async function setStage({ url, items, environment, output }) {
  const cookies = await enter(url, environment);
  const api = { url, headers: { cookie: cookies.join("; "), origin: url } };
  const held = (await callApi(api, "GET", "/items?limit=1&include_total=true")).answer.total;
  if (held < items) {
    const { answer } = await callApi(api, "POST", "/api-keys", { name: "Bench of the app", scopes: SCOPES });
    await seedStock({ url, key: answer.key, output, items });
  }
  return {
    url,
    held: Math.max(held, items),
    cookies: cookies.map((cookie) => {
      const [name, ...value] = cookie.split("=");
      return { name, value: value.join("="), url };
    }),
  };
}

/** @param {string} url @param {NodeJS.ProcessEnv} environment @returns {Promise<string[]>} cookies */
async function enter(url, { STOWAGE_EMAIL, STOWAGE_PASSWORD }) {
  const anyone = { url, headers: { origin: url } };
  const { answer: state } = await callApi(anyone, "GET", "/auth/session");
  if (!state.is_first_run && !(STOWAGE_EMAIL && STOWAGE_PASSWORD))
    throw new Error(`${url} is in use: STOWAGE_EMAIL and STOWAGE_PASSWORD of an account are needed.`);
  const account = {
    email: STOWAGE_EMAIL ?? "bench@example.org",
    password: STOWAGE_PASSWORD ?? randomBytes(16).toString("hex"),
  };
  const { response } = state.is_first_run
    ? await callApi(anyone, "POST", "/auth/sign-up", { ...account, name: "Bench" })
    : await callApi(anyone, "POST", "/auth/sign-in", account);
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
}
