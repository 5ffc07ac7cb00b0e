import { chapter } from "./chapter.ts";

const tokenOf = (url: string | null) => new URL(url ?? "").hash.replace("#token=", "");

export const people = [
  chapter("organizations", {
    list: { input: { limit: 20 } },
    get: { input: ({ people: { ada } }) => ({ id: ada.organization_id }) },
    update: {
      input: ({ people: { ada } }) => ({ id: ada.organization_id, settings: { api_key_makers: "admins" } }),
    },
    create: { input: { name: "Makers' club", slug: "makers" } },
    remove: { input: ({ told }) => ({ id: told.organizations.create.id }) },
  }),
  chapter("members", {
    invite: { as: "ada", input: { email: "cleo@example.org", role: "member", expires_in_days: 7 } },
    list: { input: { role: "member" } },
    get: { input: ({ people: { ben } }) => ({ id: ben.user_id }) },
    update: { as: "ada", input: ({ people: { ben } }) => ({ id: ben.user_id, role: "admin" }) },
  }),
  chapter("invitations", {
    list: { as: "ada", input: { limit: 20 } },
    look: { input: ({ told }) => ({ token: tokenOf(told.members.invite.url) }) },
    accept: {
      as: "newcomer",
      input: async ({ ask }) => {
        const { body } = await ask("ada", "POST", "users", { role: "viewer" });
        return { token: tokenOf(body.url) };
      },
    },
    remove: { as: "ada", input: ({ told }) => ({ id: told.members.invite.id }) },
  }),
  chapter("organizations", {
    leave: { as: "newcomer", input: ({ people: { ada } }) => ({ id: ada.organization_id }) },
  }),
  chapter("instanceUsers", {
    list: { input: { q: "ben", limit: 20 } },
    update: { input: ({ people: { ben } }) => ({ id: ben.user_id, active: true }) },
  }),
];

/** Ben is not there any more. */
export const goodbyeBen = chapter("members", {
  remove: { as: "ada", input: ({ people: { ben } }) => ({ id: ben.user_id }) },
});
