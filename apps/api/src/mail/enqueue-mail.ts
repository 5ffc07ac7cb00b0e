import { cleanBlock, cleanLine } from "@stowage/contract/text";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { mails } from "@stowage/db/schema/notices";
import { sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";

/** Where committed mail is announced, so that a server sends it at once. */
export const MAIL_CHANNEL = "stowage_mail";

export interface NewMail {
  /** One address. */
  to: string;
  /** What it is about; `Stowage: ` is put before it. Made one clean line, whatever names are in it. */
  subject: string;
  /** Plain text. */
  text: string;
}

/**
 * Puts a mail into the outbox, in the transaction of what it tells of: it goes out once that commits, within a second
 * or so. Does nothing when no mail is set up (`SMTP_URL`). The text is sealed at rest and cleared once it is on its way.
 */
export async function enqueueMail(
  tx: Transaction,
  deps: Pick<Deps, "config" | "sealer" | "now">,
  { to, subject, text }: NewMail,
): Promise<void> {
  if (deps.config.smtp_url === undefined) return;
  const id = newId("mail");
  const created_at = instantNow(deps);
  await tx.insert(mails).values({
    id,
    to_address: cleanLine(to),
    subject: `Stowage: ${cleanLine(subject)}`,
    body_sealed: deps.sealer.seal(`${cleanBlock(text)}\n`, mailPurpose(id)),
    created_at,
    next_attempt_at: created_at,
  });
  await tx.execute(sql`select pg_notify(${MAIL_CHANNEL}, '')`);
}

/** What a mail's text is sealed for, so that it opens as that mail's alone. */
export function mailPurpose(id: string): string {
  return `mail:${id}`;
}
