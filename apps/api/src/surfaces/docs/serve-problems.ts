import { exampleProblem } from "@stowage/contract/problem-examples";
import { PROBLEM_WORDS } from "@stowage/contract/problem-words";
import { PROBLEMS, type ProblemCode, problemPath } from "@stowage/contract/problems";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../../problems.ts";
import { html, prose } from "./html.ts";
import { page } from "./page.ts";
import type { PageAssets } from "./page-assets.ts";

const CODES = Object.keys(PROBLEMS) as ProblemCode[]; // keys of a const object: exactly ProblemCode

/** `GET /problems` and `GET /problems/<code>`: what the `type` of every problem leads to, for people and as JSON. */
export function serveProblems(app: FastifyInstance, assets: PageAssets, publicUrl: () => string): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("vary", "accept").header("cache-control", "no-cache");
  });
  app.get("/problems", (request, reply) =>
    wantsJson(request)
      ? reply.send({ data: CODES.map((code) => explained(code, publicUrl())) })
      : sendPage(reply, listPage(assets)),
  );
  app.get<{ Params: { code: string } }>("/problems/:code", (request, reply) => {
    const code = codeOf(request.params.code);
    return wantsJson(request)
      ? reply.send({ ...explained(code, publicUrl()), example: exampleProblem(code, publicUrl()) })
      : sendPage(reply, problemPage(assets, code, publicUrl()));
  });
}

/** As the `type` has it, or as the `code` is written. */
function codeOf(name: string): ProblemCode {
  const code = name.replaceAll("-", "_");
  if (Object.hasOwn(PROBLEMS, code)) return code as ProblemCode; // a key of the table
  throw new ProblemError("not_found", `There is no problem ${name}; /problems lists all of them.`);
}

/** A browser asks for HTML, also before JSON; who asks for JSON alone is a program. */
function wantsJson({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? "";
  return /\bjson\b/.test(accept) && !accept.includes("text/html");
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.header("content-type", "text/html; charset=utf-8").send(text);
}

function explained(code: ProblemCode, publicUrl: string) {
  return { code, type: `${publicUrl}${problemPath(code)}`, ...PROBLEMS[code], ...PROBLEM_WORDS[code] };
}

function problemPage(assets: PageAssets, code: ProblemCode, publicUrl: string): string {
  const { status, title } = PROBLEMS[code];
  const { meaning, cause, remedy } = PROBLEM_WORDS[code];
  return page(assets, {
    title: `${title} · Stowage`,
    body: html`<main class="column">
      <p class="status">${status} <code>${code}</code></p>
      <h1>${title}</h1>
      <p>${prose(meaning)}</p>
      <h2>Why it happens</h2>
      <p>${prose(cause)}</p>
      <h2>What to do</h2>
      <p>${prose(remedy)}</p>
      <h2>What the answer looks like</h2>
      <pre tabindex="0"><code>${JSON.stringify(exampleProblem(code, publicUrl), null, 2)}</code></pre>
      <h2>More</h2>
      <p><a href="/problems">All problems</a> · <a href="/docs">API reference</a></p>
    </main>`,
  });
}

function listPage(assets: PageAssets): string {
  const entries = CODES.map(
    (code) =>
      html`<li><a href="${problemPath(code)}"><code>${code}</code></a> <span>${PROBLEMS[code].status}</span><br>${PROBLEMS[code].title}</li>`,
  );
  return page(assets, {
    title: "Problems · Stowage",
    body: html`<main class="column">
      <h1>Problems</h1>
      <p>Every answer that is not 2xx is one of these (RFC 9457). The <code>code</code> never changes its meaning; <code>detail</code> says what to do about this one.</p>
      <ul class="codes">${entries}</ul>
    </main>`,
  });
}
