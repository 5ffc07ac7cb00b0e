import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

test("K60: a person sees their own sessions and ends one from another", async () => {
  const body = { email: anna.email, password: TEST_PASSWORD };
  const phone = await server.ask("POST", "auth/sign-in", { body, headers: { "user-agent": "Phone" } });
  const phoneCookie = String(phone.headers["set-cookie"]).split(";")[0] ?? "";
  const list = await anna.ask("GET", "auth/sessions");
  expect(list.body.data).toHaveLength(2);
  const onPhone = list.body.data.find((session: { user_agent: string }) => session.user_agent === "Phone");
  expect(onPhone).toMatchObject({ is_current: false, ip: "127.0.0.1" });
  expect(list.text).not.toContain(phoneCookie.split("=")[1]);

  const stranger = await server.signUp("Stranger");
  expect((await stranger.ask("DELETE", `auth/sessions/${onPhone.id}`)).status).toBe(404);
  expect((await server.ask("GET", "bins", { cookie: phoneCookie })).status).toBe(200);

  expect((await anna.ask("DELETE", `auth/sessions/${onPhone.id}`)).body).toEqual({
    id: onPhone.id,
    ended: true,
  });
  expect((await server.ask("GET", "bins", { cookie: phoneCookie })).body.code).toBe("session_expired");
  expect((await anna.ask("DELETE", `auth/sessions/${onPhone.id}`)).status).toBe(404);
});
