import { getSystemErrorName } from "node:util";
import { createTransport } from "nodemailer";

/** From connecting to the server's last word; well within the minute after which a mail is tried again. */
const SEND_TIMEOUT_MS = 30_000;

export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Hands mail to one SMTP server. */
export interface Mailer {
  /**
   * Resolves once the server has taken the mail.
   * @throws Error  whose message tells why in words that hold no secret
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}

/**
 * Nodemailer speaks SMTP for us, and this file is all that knows it: STARTTLS, authentication, MIME and the encoding of
 * headers have too many traps to write them again. A mail's `Message-ID` follows from its id, so a mail that goes out
 * twice (the server took it and we died before noting that) is known as the same by those who get it.
 */
export function createMailer(options: {
  smtpUrl: string;
  from: string | undefined;
  publicUrl: () => string;
  timeoutMs?: number;
}): Mailer {
  const { smtpUrl, from, publicUrl, timeoutMs = SEND_TIMEOUT_MS } = options;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 1_000,
    // A mail's text is text: nothing in it may make this machine read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }, signal) {
      const { hostname } = new URL(publicUrl());
      try {
        await transport.sendMail({
          from: from ?? { name: "Stowage", address: `stowage@${mailDomain(hostname)}` },
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${id}@${mailDomain(hostname)}>`,
          headers: { "auto-submitted": "auto-generated" },
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
      } catch (error) {
        // Not the error itself: its text may repeat what was sent, credentials included.
        throw new Error(reasonOf(error));
      }
    },
  };
}

/** RFC 5321: an address in place of a domain stands in brackets. */
function mailDomain(hostname: string): string {
  if (hostname.startsWith("[")) return `[IPv6:${hostname.slice(1)}`;
  return /^[\d.]+$/.test(hostname) ? `[${hostname}]` : hostname;
}

/** Codes alone, such as `EENVELOPE 550 at RCPT TO` or `ECONNREFUSED at CONN`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "ETIMEDOUT";
  const { code, responseCode, command, errno } = error as Error & Record<string, unknown>; // what nodemailer adds
  const name = typeof errno === "number" && errno < 0 ? getSystemErrorName(errno) : code;
  const parts = [plainWord(name), plainWord(responseCode)].filter((part) => part !== null);
  const step = plainWord(command);
  return `${parts.join(" ") || error.name}${step === null ? "" : ` at ${step}`}`;
}

function plainWord(value: unknown): string | null {
  return /^[A-Z0-9_ ]{1,40}$/.test(String(value ?? "")) ? String(value) : null;
}
