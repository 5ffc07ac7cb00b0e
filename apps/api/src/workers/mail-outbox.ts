import { mails } from "@stowage/db/schema/notices";
import { and, eq, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { mailPurpose } from "../mail/enqueue-mail.ts";
import { createMailer, type Mailer } from "../mail/mailer.ts";
import type { Background } from "./background.ts";

/** Mail is sent as soon as it is announced; this is for repetitions, and for announcements that were missed. */
const LOOK_EVERY_MS = 15_000;
const MINUTE_MS = 60_000;
/** How long after each attempt the next one comes; after the last, none. */
const NEXT_AFTER_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);
const ATTEMPTS_MAX = NEXT_AFTER_MS.length + 1;
/** How long a mail that is under way may take once we are told to stop. */
const DRAIN_MS = 3_000;

type MailDeps = Pick<Deps, "database" | "sealer" | "now" | "log">;

interface ClaimedMail extends Record<string, unknown> {
  id: string;
  to_address: string;
  subject: string;
  body_sealed: string;
  attempts: number;
}

/**
 * Sends what `enqueueMail` put into the outbox. Any number of servers may work on it: a mail belongs for a minute at
 * least to the one that claims it. Each mail is sent at least once; a second time only if a server died between the mail
 * server's "taken" and our note of it.
 */
export class MailOutbox {
  readonly #deps: MailDeps;
  readonly #mailer: Mailer;
  readonly #background: Background;
  readonly #cutOff = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;
  #isClosing = false;

  constructor(deps: MailDeps, mailer: Mailer, background: Background) {
    this.#deps = deps;
    this.#mailer = mailer;
    this.#background = background;
    this.#timer = setInterval(() => this.kick(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** There may be mail to send. */
  kick(): void {
    void this.#background.run("mail", () => this.sendDue());
  }

  /** Sends all that is due, one after the other; concurrent callers share one run. */
  async sendDue(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Finishes the mail that is under way; one that takes too long is left to whichever server runs next. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#isClosing = true;
    const cutOff = setTimeout(() => this.#cutOff.abort(), DRAIN_MS);
    await this.#background.run("mail", async () => this.#running);
    clearTimeout(cutOff);
  }

  async #sendAll(): Promise<void> {
    while (this.#again && !this.#isClosing) {
      this.#again = false;
      for (let mail = await this.#claim(); mail; mail = await this.#claim()) await this.#send(mail);
    }
  }

  /** Takes the mail that has waited longest, and puts its next attempt off before anything can go wrong. */
  async #claim(): Promise<ClaimedMail | undefined> {
    if (this.#isClosing) return undefined;
    const { database, now } = this.#deps;
    const after = sql.raw(
      `(array[${NEXT_AFTER_MS.join(",")}])[least(attempts + 1, ${NEXT_AFTER_MS.length})]`,
    );
    const [mail] = await database.db.execute<ClaimedMail>(sql`
      update mails set attempts = attempts + 1,
        next_attempt_at = ${new Date(now()).toISOString()}::timestamptz + ${after} * interval '1 millisecond'
      where id = (
        select id from mails where next_attempt_at <= ${instantNow(this.#deps)} order by next_attempt_at, id limit 1
        for update skip locked
      )
      returning id, to_address, subject, body_sealed, attempts`);
    return mail;
  }

  async #send(mail: ClaimedMail): Promise<void> {
    if (mail.attempts > ATTEMPTS_MAX) return this.#giveUp(mail, "the last attempt was cut off");
    const text = this.#deps.sealer.open(mail.body_sealed, mailPurpose(mail.id));
    if (text === null) return this.#giveUp(mail, "its text was sealed under another APP_SECRET");
    const { id, to_address: to, subject } = mail;
    try {
      await this.#mailer.send({ id, to, subject, text }, this.#cutOff.signal);
    } catch (error) {
      if (this.#cutOff.signal.aborted) return this.#putBack(mail);
      return this.#noteFailure(mail, error instanceof Error ? error.message : "unknown");
    }
    await this.#end(mail, { sent_at: instantNow(this.#deps), last_error: null });
  }

  async #noteFailure(mail: ClaimedMail, reason: string): Promise<void> {
    this.#deps.log.warn({ mail: mail.id, attempt: mail.attempts, reason }, "a mail could not be sent");
    if (mail.attempts >= ATTEMPTS_MAX) return this.#giveUp(mail, reason);
    await this.#deps.database.db
      .update(mails)
      .set({ last_error: reason })
      .where(and(eq(mails.id, mail.id), eq(mails.attempts, mail.attempts)));
  }

  /** It was we who had no time. */
  async #putBack(mail: ClaimedMail): Promise<void> {
    await this.#deps.database.db
      .update(mails)
      .set({ attempts: mail.attempts - 1, next_attempt_at: instantNow(this.#deps) })
      .where(and(eq(mails.id, mail.id), eq(mails.attempts, mail.attempts)));
  }

  async #giveUp(mail: ClaimedMail, reason: string): Promise<void> {
    this.#deps.log.error({ mail: mail.id, reason }, "a mail is given up");
    await this.#end(mail, { last_error: reason });
  }

  /** Nothing of the text is kept once it is not needed. */
  async #end({ id }: ClaimedMail, outcome: { sent_at?: string; last_error: string | null }): Promise<void> {
    await this.#deps.database.db
      .update(mails)
      .set({ ...outcome, body_sealed: "", next_attempt_at: null })
      .where(eq(mails.id, id));
  }
}

/** The outbox of one server; null when no mail is set up. */
export function createMailOutbox(
  deps: MailDeps & Pick<Deps, "config" | "publicUrl" | "background">,
): MailOutbox | null {
  const { smtp_url: smtpUrl, mail_from: from } = deps.config;
  if (smtpUrl === undefined) return null;
  return new MailOutbox(deps, createMailer({ smtpUrl, from, publicUrl: deps.publicUrl }), deps.background);
}
