import type { Context } from "../context.ts";
import { apiFor } from "../context.ts";

/** Tells the server that made them of keys that were found, which revokes those that are real. Asks a person first. */
export async function reportKeys(context: Context, url: URL, secrets: ReadonlySet<string>): Promise<void> {
  const count = secrets.size === 1 ? "this key" : `these ${secrets.size} keys`;
  await context.confirm(
    `Report ${count} to ${url.host}? What is real is revoked at once, for everybody who uses it.`,
  );
  const { Api } = await import("@stowage/client/api");
  // No key of one's own: this route is open, and the server may be somebody else's.
  const api = apiFor(Api, { url: url.href, apiKey: null }, context.io);
  for (const key of secrets)
    await api.json({ method: "POST", path: "/leaked-keys", body: { key } }, { signal: context.io.signal });
  await context.say(`Reported ${count} to ${url.host}.`);
}
