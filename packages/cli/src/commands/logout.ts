import { StowageError } from "@stowage/client";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { apiFor } from "../context.ts";
import { told } from "../output/printable.ts";
import { profileName } from "../sign-in/account.ts";
import { credentialsPath, type Profile, readProfiles, writeProfiles } from "../sign-in/credentials-file.ts";
import type { ContextOf } from "./operation-group.ts";

export function logoutCommand(contextOf: ContextOf): Command {
  return new Command("logout")
    .description("Forgets the kept key.")
    .option("--revoke", "end the key at the server too, for whoever else has it")
    .action(async ({ revoke }: { revoke?: boolean }, command: Command) => {
      const context = contextOf(command);
      const path = credentialsPath(context.io.env);
      const name = profileName(context.options.profile, context.io.env);
      const profiles = readProfiles(path);
      const kept = profiles.get(name);
      if (!kept) return context.say(`Nobody is signed in with the profile ${name}.`);
      const isRevoked = revoke ? await revoked(context, kept) : false;
      profiles.delete(name);
      writeProfiles(path, profiles);
      if (context.form !== "table")
        return context.printJson({ profile: name, url: kept.url, revoked: isRevoked });
      await context.print(told`Signed out from ${kept.url}${isRevoked ? ", and the key is revoked" : ""}.\n`);
    });
}

/** @throws StowageError  nobody knows whether it is; the key is kept then, so that it can be tried again */
async function revoked({ io }: Context, { url, api_key }: Profile): Promise<boolean> {
  const { Api } = await import("@stowage/client/api");
  const api = apiFor(Api, { url, apiKey: api_key }, io);
  try {
    await api.json({ method: "DELETE", path: "/api-keys/current" }, { signal: io.signal });
    return true;
  } catch (error) {
    // It opens nothing any more, whoever ended it.
    if (error instanceof StowageError && error.status === 401) return true;
    throw error;
  }
}
