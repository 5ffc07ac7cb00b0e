import type { Role } from "@stowage/contract/roles";
import type { Person, TestServer } from "./test-server.ts";

/** Invites somebody new into an owner's organization, who signs up by the link. */
export async function addMember(
  server: TestServer,
  owner: Person,
  name: string,
  role: Exclude<Role, "owner">,
): Promise<Person> {
  const invited = await owner.ask("POST", "users", { body: { role } });
  if (invited.status !== 201) throw new Error(invited.text);
  const invitation = new URL(invited.body.url).hash.replace("#token=", "");
  return server.signUp(name, { invitation });
}
