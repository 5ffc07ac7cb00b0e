import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came, with long header lines joined. */
  raw: string;
}

/** A real SMTP server that keeps what it gets. */
export interface MailSink {
  url: string;
  port: number;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** @param options  of smtp-server: what it refuses, whether it asks for a password */
export async function startMailSink(options: SMTPServerOptions = {}, port = 0): Promise<MailSink> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks)
            .toString()
            .replace(/\r\n[ \t]+/g, " "),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {}); // a client that hangs up amid a mail is part of the tests
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address() as AddressInfo; // it listens on TCP
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
