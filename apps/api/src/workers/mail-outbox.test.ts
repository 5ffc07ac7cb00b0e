import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createSealer } from "@stowage/auth/sealing";
import { mails } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enqueueMail } from "../mail/enqueue-mail.ts";
import { createMailer } from "../mail/mailer.ts";
import { type MailSink, startMailSink } from "../testing/mail-sink.ts";
import { startTestServer, type TestServer } from "../testing/test-server.ts";
import { MailOutbox } from "./mail-outbox.ts";

const MINUTE_MS = 60_000;
const TEXT = "Hello Anna,\n\nthe key ends soon.";
/** On a loaded machine. */
const SOON = { timeout: 15_000 };
/** Where nothing listens. */
const NOWHERE = "smtp://127.0.0.1:9";

let now: number;
let server: TestServer;
const toClose: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  now = Date.parse("2026-01-01T00:00:00.000Z");
  // Its own outbox has no address to send to; those of the tests do.
  server = await startTestServer({ now: () => now });
});
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
  await server.close();
});

async function sink(...args: Parameters<typeof startMailSink>): Promise<MailSink> {
  const started = await startMailSink(...args);
  toClose.push(started.close);
  return started;
}

/** An SMTP server that takes connections and says nothing. */
async function silentServer(): Promise<{ url: string; connected: () => number }> {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket.on("error", () => {})));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  toClose.push(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  return {
    url: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    connected: () => sockets.length,
  };
}

function outbox(smtpUrl: string, timeoutMs = 5_000): MailOutbox {
  const { publicUrl, background } = server.deps;
  const mailer = createMailer({ smtpUrl, from: undefined, publicUrl, timeoutMs });
  const made = new MailOutbox(server.deps, mailer, background);
  toClose.push(() => made.close());
  return made;
}

async function enqueue(over: Partial<Parameters<typeof enqueueMail>[2]> = {}): Promise<void> {
  const deps = { ...server.deps, config: { ...server.deps.config, smtp_url: NOWHERE } };
  const mail = { to: "anna@example.org", subject: "Scanner ends in 7 days", text: TEXT, ...over };
  await server.database.db.transaction((tx) => enqueueMail(tx, deps, mail));
}

async function onlyMail() {
  const [mail] = await server.database.db.select().from(mails);
  if (!mail) throw new Error("there is no mail");
  return mail;
}

test("a mail goes out at once when its transaction commits, in plain text and with an id of its own", async () => {
  const { url, received } = await sink();
  const node = await startTestServer({
    database: server.database,
    config: { smtp_url: url },
    now: () => now,
  });
  toClose.push(node.close);
  await node.database.db.transaction((tx) =>
    enqueueMail(tx, node.deps, { to: "anna@example.org", subject: "Grüße", text: TEXT }),
  );
  await expect.poll(() => received.length, SOON).toBe(1);
  const [mail] = received;
  expect(mail).toMatchObject({ from: "stowage@stowage.test", to: ["anna@example.org"] });
  const { id } = await onlyMail();
  for (const header of [
    /^From: Stowage <stowage@stowage\.test>\r$/m,
    /^To: anna@example\.org\r$/m,
    /^Subject: =\?UTF-8\?Q\?Stowage=3A_Gr=C3=BC=C3=9Fe\?=\r$/m,
    new RegExp(`^Message-ID: <${id}@stowage\\.test>\r$`, "m"),
    /^Auto-Submitted: auto-generated\r$/m,
    /^Content-Type: text\/plain; charset=utf-8\r$/m,
  ])
    expect(mail?.raw).toMatch(header);
  expect(mail?.raw).toContain("the key ends soon.");
  await expect.poll(onlyMail).toMatchObject({
    sent_at: "2026-01-01T00:00:00.000Z",
    next_attempt_at: null,
    body_sealed: "",
    last_error: null,
  });
});

test("a hostile name or address adds neither header nor recipient", async () => {
  const { url, received } = await sink();
  await enqueue({
    subject: "Key\r\nBcc: eve@example.org\r\n\r\nHi ends",
    to: "anna@example.org\r\nBcc: eve@example.org",
  });
  await enqueue({ to: "anna@example.org, eve@example.org" });
  await enqueue({ to: '"eve@example.org" <anna@example.org>' });
  await outbox(url).sendDue();
  for (const { raw, to } of received) {
    expect(raw.split("\r\n\r\n", 1)[0]).not.toMatch(/^(Bcc|Cc):/im);
    expect(to).not.toContain("eve@example.org");
    expect(to.length).toBe(1);
  }
});

test("when the mail server is down, the mail waits and goes out once it is up", async () => {
  const gone = await sink();
  await gone.close();
  await enqueue();
  await outbox(gone.url).sendDue();
  expect(await onlyMail()).toMatchObject({
    attempts: 1,
    sent_at: null,
    last_error: "ECONNREFUSED at CONN",
    next_attempt_at: "2026-01-01T00:01:00.000Z",
  });
  const { received } = await sink({}, gone.port);
  const second = outbox(gone.url);
  await second.sendDue();
  expect(received).toEqual([]);
  now += MINUTE_MS;
  await second.sendDue();
  expect(received).toHaveLength(1);
  now += 24 * 60 * MINUTE_MS;
  await second.sendDue();
  expect(received).toHaveLength(1);
});

test("a mail that is refused is tried six times over 15 hours, then given up with the reason and without its text", async () => {
  const { url } = await sink({
    onRcptTo(_address, _session, done) {
      done(Object.assign(new Error("no such mailbox: secret-of-the-server"), { responseCode: 550 }));
    },
  });
  await enqueue();
  const box = outbox(url);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt++) {
    await box.sendDue();
    const mail = await onlyMail();
    expect(mail).toMatchObject({ attempts: attempt, last_error: "EENVELOPE 550 at RCPT TO" });
    if (mail.next_attempt_at === null) break;
    waits.push((Date.parse(mail.next_attempt_at) - now) / MINUTE_MS);
    now = Date.parse(mail.next_attempt_at);
  }
  expect(waits).toEqual([1, 5, 30, 120, 720]);
  expect(await onlyMail()).toMatchObject({
    attempts: 6,
    next_attempt_at: null,
    sent_at: null,
    body_sealed: "",
  });
});

test("neither the log nor the database learns the password of the mail server", async () => {
  const { url } = await sink({
    authOptional: false,
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: true,
    onAuth({ password }, _session, done) {
      done(Object.assign(new Error(`wrong password ${password}`), { responseCode: 535 }));
    },
  });
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => lines.push(line) });
  const withPassword = url.replace("smtp://", "smtp://anna:open-sesame@");
  const { publicUrl, background } = server.deps;
  const mailer = createMailer({ smtpUrl: withPassword, from: undefined, publicUrl });
  const box = new MailOutbox({ ...server.deps, log }, mailer, background);
  toClose.push(() => box.close());
  await enqueue();
  await box.sendDue();
  const { last_error } = await onlyMail();
  expect(last_error).toMatch(/^EAUTH 535/);
  expect(lines.join("")).toContain("EAUTH");
  for (const word of ["open-sesame", Buffer.from("open-sesame").toString("base64")])
    expect(`${last_error}${lines.join("")}`).not.toContain(word);
});

test("a mail server that says nothing costs one attempt, not the outbox", async () => {
  const silent = await silentServer();
  await enqueue();
  await outbox(silent.url, 200).sendDue();
  expect(await onlyMail()).toMatchObject({ attempts: 1, last_error: expect.stringMatching(/ETIMEDOUT/) });
});

test("several servers that look at the same time send each mail once", async () => {
  const { url, received } = await sink();
  const boxes = Array.from({ length: 5 }, () => outbox(url));
  for (let round = 0; round < 12; round++) {
    await enqueue({ to: `anna${round}@example.org` });
    await Promise.all(boxes.map((box) => box.sendDue()));
  }
  for (let mail = 12; mail < 30; mail++) await enqueue({ to: `anna${mail}@example.org` });
  await Promise.all(boxes.map((box) => box.sendDue()));
  expect(received.map(({ to }) => to[0]).sort()).toEqual(
    Array.from({ length: 30 }, (_, mail) => `anna${mail}@example.org`).sort(),
  );
});

test("a mail that another server is just taking is passed over, not waited for", async () => {
  const { url, received } = await sink();
  await enqueue();
  const box = outbox(url);
  await server.database.db.transaction(async (tx) => {
    await tx.select().from(mails).for("update");
    await box.sendDue();
  });
  expect(received).toEqual([]);
  await box.sendDue();
  expect(received).toHaveLength(1);
}, 10_000);

test("a server that stops while the mail server keeps it waiting hands the mail back; another sends it at once", async () => {
  const silent = await silentServer();
  await enqueue();
  const first = outbox(silent.url, 60_000);
  first.kick();
  await expect.poll(silent.connected, SOON).toBe(1);
  await first.close();
  const { url, received } = await sink();
  await outbox(url).sendDue();
  expect(received).toHaveLength(1);
  expect(await onlyMail()).toMatchObject({ attempts: 1, last_error: null });
});

test("a mail in the hands of a server that died is sent by another after a minute, under the same id", async () => {
  const silent = await silentServer();
  await enqueue();
  const dying = outbox(silent.url, 60_000);
  dying.kick();
  await expect.poll(silent.connected, SOON).toBe(1);
  const { url, received } = await sink();
  const other = outbox(url);
  await other.sendDue();
  expect(received).toEqual([]);
  now += MINUTE_MS;
  await other.sendDue();
  expect(received).toHaveLength(1);
  expect(received[0]?.raw).toContain((await onlyMail()).id);
});

test("mail that was sealed under a secret that is gone is given up, and says so", async () => {
  const { url, received } = await sink();
  await enqueue();
  const sealer = createSealer({ secret: "another secret, long enough to be taken too" });
  const { publicUrl, background } = server.deps;
  const mailer = createMailer({ smtpUrl: url, from: undefined, publicUrl });
  const box = new MailOutbox({ ...server.deps, sealer }, mailer, background);
  toClose.push(() => box.close());
  await box.sendDue();
  expect(received).toEqual([]);
  const { id } = await onlyMail();
  const [mail] = await server.database.db.select().from(mails).where(eq(mails.id, id));
  expect(mail).toMatchObject({
    next_attempt_at: null,
    last_error: "its text was sealed under another APP_SECRET",
  });
});
