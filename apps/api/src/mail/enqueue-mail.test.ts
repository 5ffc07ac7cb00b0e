import { mails } from "@stowage/db/schema/notices";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/test-server.ts";
import { enqueueMail, mailPurpose } from "./enqueue-mail.ts";

const TEXT = "Hello Anna,\n\nthe key ends soon.";

let server: TestServer;

beforeAll(async () => {
  // Nothing listens there: mail stays in the outbox.
  server = await startTestServer({ config: { smtp_url: "smtp://127.0.0.1:9" } });
});
beforeEach(async () => {
  await server.database.db.delete(mails);
});
afterAll(() => server.close());

test("a mail of a change that is rolled back does not exist, and without SMTP_URL none does", async () => {
  const { db } = server.database;
  const mail = { to: "anna@example.org", subject: "No", text: TEXT };
  const rolledBack = db.transaction(async (tx) => {
    await enqueueMail(tx, server.deps, mail);
    throw new Error("back");
  });
  await expect(rolledBack).rejects.toThrow("back");
  const withoutMail = { ...server.deps, config: { ...server.deps.config, smtp_url: undefined } };
  await db.transaction((tx) => enqueueMail(tx, withoutMail, mail));
  expect(await db.$count(mails)).toBe(0);
});

test("the text of waiting mail is unreadable in the database, and opens as that mail's alone", async () => {
  const { database, deps } = server;
  await database.db.transaction((tx) =>
    enqueueMail(tx, deps, { to: "anna@example.org", subject: "Scanner ends in 7 days", text: TEXT }),
  );
  const [mail] = await database.db.select().from(mails);
  if (!mail) throw new Error("there is no mail");
  const readable = JSON.stringify(mail) + Buffer.from(mail.body_sealed, "base64url").toString("latin1");
  for (const word of ["Hello", "Anna", "soon"]) expect(readable).not.toContain(word);
  expect(deps.sealer.open(mail.body_sealed, mailPurpose(mail.id))).toBe(`${TEXT}\n`);
  expect(deps.sealer.open(mail.body_sealed, mailPurpose("mail_another"))).toBeNull();
});
