import { createInterface } from "node:readline/promises";
import { callApi } from "./api.mjs";

const SCOPES = ["locations:read", "locations:write", "bins:read", "bins:write", "items:write"];
const LIFETIME_MS = 60 * 60 * 1000;

const HELP = `The seed needs a key, or an account to make one with:
    STOWAGE_API_KEY=…                              a key with ${SCOPES.join(", ")}
    STOWAGE_EMAIL=…  STOWAGE_PASSWORD=…            an account; on a first run it is made`;

/**
 * The key to seed with: the one that is given, or a new one that ends in an hour, made for the account that is given
 * or asked for.
 */
export async function keyForSeeding(url, environment) {
  if (environment.STOWAGE_API_KEY) return environment.STOWAGE_API_KEY;
  const account = await accountFrom(environment);
  const cookie = await signIn(url, account);
  const headers = { cookie, origin: url };
  const { answer } = await callApi({ url, headers }, "POST", "/api-keys", {
    name: "Seed",
    description: "Made by npm run seed.",
    scopes: SCOPES,
    expires_at: new Date(Date.now() + LIFETIME_MS).toISOString(),
  });
  await callApi({ url, headers }, "POST", "/auth/sign-out");
  return answer.key;
}

async function accountFrom({ STOWAGE_EMAIL, STOWAGE_PASSWORD }) {
  if (STOWAGE_EMAIL && STOWAGE_PASSWORD) return { email: STOWAGE_EMAIL, password: STOWAGE_PASSWORD };
  if (!process.stdin.isTTY) throw new Error(HELP);
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  process.stdout.write("The account to seed (on a first run it is made):\n");
  try {
    return {
      email: await ask.question("  e-mail: "),
      password: await ask.question("  password (shown as you type): "),
    };
  } finally {
    ask.close();
  }
}

async function signIn(url, { email, password }) {
  const { answer: state } = await callApi({ url, headers: {} }, "GET", "/auth/session");
  const { response } = state.is_first_run
    ? await callApi({ url, headers: {} }, "POST", "/auth/sign-up", {
        email,
        password,
        name: "Workshop keeper",
      })
    : await callApi({ url, headers: {} }, "POST", "/auth/sign-in", { email, password });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
