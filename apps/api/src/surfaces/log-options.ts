import type { FastifyReply, FastifyRequest } from "fastify";
import type { LoggerOptions } from "pino";

/** What looks like one of our keys, wherever somebody may have put it. */
const KEY_LIKE = /sk_[A-Za-z0-9_]{20,}/g;

/** One line a request: what, from where, how it ended. Headers and query strings stay out; they hold credentials. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        url: withoutKeys(request.url?.split("?", 1)[0] ?? ""),
        remoteAddress: request.ip,
      }),
      res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
      err: loggedError,
    },
  };
}

interface LoggedError {
  type: string;
  message: string;
  code?: unknown;
  stack?: string;
  cause?: LoggedError;
}

/** An error without the values of the statement that failed: Drizzle and PostgreSQL quote them. */
function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error" };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const message = withoutValues(error.message);
  return {
    type: error.name,
    message,
    ...(code !== undefined && { code }),
    ...(error.stack !== undefined && { stack: error.stack.replace(error.message, message) }),
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  };
}

function withoutValues(message: string): string {
  return withoutKeys(message.replace(/\nparams: [\s\S]*$/, ""));
}

function withoutKeys(text: string): string {
  return text.replace(KEY_LIKE, "sk_…");
}
