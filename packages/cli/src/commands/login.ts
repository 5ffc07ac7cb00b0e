import { hostname } from "node:os";
import { text as textOf } from "node:stream/consumers";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { apiFor } from "../context.ts";
import { notSignedIn, usageFailure } from "../failure.ts";
import { type Io, write } from "../io.ts";
import { printable, told } from "../output/printable.ts";
import { DEFAULT_PROFILE, profileName, withoutApi } from "../sign-in/account.ts";
import { credentialsPath, readProfiles, writeProfiles } from "../sign-in/credentials-file.ts";
import type { ContextOf } from "./operation-group.ts";
import type { WhoAmI } from "./whoami.ts";

interface LoginOptions {
  readonly url?: string;
  readonly withKey?: boolean;
}

export function loginCommand(contextOf: ContextOf): Command {
  return new Command("login")
    .description(
      "Signs in and keeps a key for the next time: by agreeing to it in a browser, or with a key of yours.",
    )
    .option("--url <address>", "the server's, such as https://stowage.example.org")
    .option("--with-key", "read a key from standard input; in a terminal, ask for it without showing it")
    .action(async (options: LoginOptions, command: Command) => {
      const context = contextOf(command);
      const { io } = context;
      const path = credentialsPath(io.env);
      const name = profileName(context.options.profile, io.env);
      const profiles = readProfiles(path);
      const url = urlOf(options.url ?? (io.env.STOWAGE_URL || profiles.get(name)?.url));
      const apiKey = options.withKey ? await readKey(io) : await handedOver(context, url);
      const who = await whoIs(io, url, apiKey);
      writeProfiles(path, profiles.set(name, { url, api_key: apiKey }));
      if (context.form !== "table") return context.printJson({ profile: name, url, ...who });
      const as = name === DEFAULT_PROFILE ? "" : ` as ${name}`;
      await context.print(
        told`Signed in${as} to ${url}: ${who.api_key?.name ?? ""}, ${who.organization?.name ?? ""} (${who.environment}).\n`,
      );
    });
}

function urlOf(given: string | undefined): string {
  if (given === undefined)
    throw usageFailure("Which server?", "Add --url, such as --url https://stowage.example.org");
  const url = withoutApi(given);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw usageFailure("The server's address begins with https:// or http://.");
  return url;
}

async function readKey(io: Io): Promise<string> {
  const text = io.stdin.isTTY
    ? await (await import("../output/prompts.ts")).askSecret(io, "Your API key")
    : await textOf(io.stdin);
  const key = text.trim();
  if (!/^sk_[\x21-\x7e]+$/.test(key))
    throw usageFailure("That is no API key: it begins with sk_ and holds no spaces.");
  return key;
}

async function handedOver(context: Context, baseUrl: string): Promise<string> {
  const { deviceSignIn } = await import("../device-sign-in.ts");
  const { fetch, signal, wait, env, stderr } = context.io;
  const { key } = await deviceSignIn({
    baseUrl,
    clientName: `Stowage CLI on ${printable(hostname())}`.slice(0, 100),
    allowInsecureHttp: env.STOWAGE_ALLOW_INSECURE_HTTP === "1",
    fetch,
    signal,
    wait,
    // The code is what the command is about, so that --quiet does not hide it.
    onCode: ({ verification_uri, user_code }) =>
      write(
        stderr,
        `Open  ${verification_uri}\nCode  ${user_code}\n\nSign in there, type the code, and choose what this program may do. Ctrl-C gives up.\n`,
      ),
  });
  return key;
}

/** A key is kept only if it works, and only if it is one. */
async function whoIs(io: Io, url: string, apiKey: string): Promise<WhoAmI> {
  const { Api } = await import("@stowage/client/api");
  const api = apiFor(Api, { url, apiKey }, io);
  const who = await api.json<WhoAmI>({ method: "GET", path: "/whoami" }, { signal: io.signal });
  if (!who.api_key)
    throw notSignedIn("The server knows this key as something else.", "Sign in with an API key.");
  return who;
}
