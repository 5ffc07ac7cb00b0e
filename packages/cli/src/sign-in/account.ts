import { notSignedIn, usageFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { credentialsPath, readProfiles } from "./credentials-file.ts";

/** With which key, at which server. */
export interface Account {
  readonly url: string;
  readonly apiKey: string;
  /** Where the key is from: the name of a profile, or null for the environment. */
  readonly profile: string | null;
}

export const DEFAULT_PROFILE = "default";

/** The profile's name: the option's, else STOWAGE_PROFILE's. */
export function profileName(option: string | undefined, env: Io["env"]): string {
  const name = option ?? (env.STOWAGE_PROFILE || DEFAULT_PROFILE);
  if (!/^[\w.-]{1,64}$/.test(name))
    throw usageFailure("A profile's name is 1 to 64 letters, digits, dots, dashes and underscores.");
  return name;
}

/**
 * Whom the program works for. The environment wins over the file, but a key from the file goes to no other server than
 * its own, whatever the environment names: whoever can set a variable would have the key sent to them.
 * @throws Failure  nobody is signed in
 */
export function accountFor({ env, profile }: { env: Io["env"]; profile: string | undefined }): Account {
  const name = profileName(profile, env);
  const url = env.STOWAGE_URL || null;
  if (env.STOWAGE_API_KEY && profile === undefined) {
    // A kept address is the server of another key.
    if (url === null)
      throw notSignedIn("STOWAGE_API_KEY is set, but not the server's address.", "Set STOWAGE_URL too.");
    return { url, apiKey: env.STOWAGE_API_KEY, profile: null };
  }
  const kept = readProfiles(credentialsPath(env)).get(name);
  if (!kept) {
    const option = name === DEFAULT_PROFILE ? "" : ` --profile ${name}`;
    throw notSignedIn(
      name === DEFAULT_PROFILE ? "You are not signed in." : `You are not signed in with the profile ${name}.`,
      `Run: stowage login${option}${url ? ` --url ${url}` : ""}`,
    );
  }
  if (url !== null && !isSameServer(url, kept.url))
    throw notSignedIn(
      `STOWAGE_URL names another server than the one that the key of the profile ${name} is for.`,
      "Unset STOWAGE_URL, set STOWAGE_API_KEY too, or sign in there with a profile of its own: stowage login --profile <name>",
    );
  return { url: kept.url, apiKey: kept.api_key, profile: name };
}

function isSameServer(one: string, other: string): boolean {
  return withoutApi(one) === withoutApi(other);
}

/** An address as it is kept and compared. */
export function withoutApi(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/+$/, "").replace(/\/api\/v1$/, "") : url;
}
