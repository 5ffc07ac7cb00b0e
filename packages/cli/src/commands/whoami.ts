import { Command } from "commander";
import { showOne } from "../output/show.ts";
import type { ContextOf } from "./operation-group.ts";

/** Who a key is, as far as it is told here. */
export interface WhoAmI {
  readonly user: { readonly name: string; readonly email: string } | null;
  readonly organization: { readonly name: string } | null;
  readonly environment: string;
  readonly api_key: {
    readonly name: string;
    readonly prefix: string;
    readonly expires_at: string | null;
  } | null;
  readonly scopes: readonly string[];
  readonly role: string | null;
}

export function whoamiCommand(contextOf: ContextOf): Command {
  return new Command("whoami")
    .description("Says who you are to the server, and what you may do.")
    .action(async (_options: object, command: Command) => {
      const context = contextOf(command);
      const { account } = await context.signedIn();
      const who = await context.ask<WhoAmI>({ method: "GET", path: "/whoami" });
      const { url, profile } = account;
      if (context.form !== "table") return context.printJson({ url, profile, ...who });
      await showOne(context, {
        server: url,
        signed_in_by: profile === null ? "STOWAGE_API_KEY" : `the profile ${profile}`,
        key: `${who.api_key?.name ?? ""} ${who.api_key?.prefix ?? ""}`.trim(),
        organization: who.organization?.name,
        environment: who.environment,
        user: who.user?.name,
        role: who.role,
        expires: who.api_key?.expires_at,
        scopes: who.scopes.join(" "),
      });
    });
}
