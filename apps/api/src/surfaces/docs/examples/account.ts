import { totpCode } from "@stowage/auth/totp";
import { chapter } from "./chapter.ts";

const EMAIL = "newcomer@example.org";
const PASSWORD = "correct horse battery staple";
const NEW_PASSWORD = "another horse, another staple";

/** Of a newcomer, who is in a browser and has no key. */
export const account = [
  chapter("auth", {
    signUp: { as: "newcomer", input: { email: EMAIL, password: PASSWORD, name: "Nora Newcomer" } },
    signIn: { as: "newcomer", input: { email: EMAIL, password: PASSWORD } },
    session: { as: "newcomer" },
    confirm: { as: "newcomer", input: { password: PASSWORD } },
    changePassword: {
      as: "newcomer",
      input: { current_password: PASSWORD, new_password: NEW_PASSWORD },
    },
    switchOrganization: {
      as: "newcomer",
      input: ({ told }) => ({ organization_id: told.auth.signUp.organization?.id ?? "" }),
    },
  }),
  chapter("sessions", {
    list: { as: "newcomer" },
    endOthers: { as: "newcomer" },
    end: {
      as: "newcomer",
      input: async ({ told, ask }) => {
        await ask("nobody", "POST", "auth/sign-in", { email: EMAIL, password: NEW_PASSWORD });
        const { body } = await ask("newcomer", "GET", "auth/sessions");
        const kept = told.sessions.list.data.map(({ id }) => id);
        return { id: body.data.find(({ id }: { id: string }) => !kept.includes(id)).id };
      },
    },
  }),
  chapter("account", {
    get: { as: "newcomer" },
    update: { as: "newcomer", input: { timezone: "Europe/Vienna" } },
  }),
  chapter("twoFactor", {
    get: { as: "newcomer" },
    start: { as: "newcomer" },
    enable: {
      as: "newcomer",
      input: ({ told, now }) => ({ code: totpCode(told.twoFactor.start.secret, now()) }),
    },
    renewRecoveryCodes: { as: "newcomer" },
    disable: { as: "newcomer" },
  }),
];

/** What ends a session, or all of an account. */
export const goodbye = [
  chapter("account", { remove: { as: "newcomer" } }),
  chapter("auth", { signOut: { as: "ben" } }),
];
