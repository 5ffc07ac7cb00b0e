// One program for every runtime, by what all of them have. It throws where the client does not keep its word.
import { ConnectionError, Stowage, StowageError, UnexpectedAnswerError } from "@stowage/client";
import { verifyWebhook, WebhookError } from "@stowage/client/webhooks";

const WEBHOOK_SECRET = btoa("a secret of twenty-four b");

/**
 * @param {{ baseUrl: string, apiKey: string, elsewhere: string }} stand  `elsewhere` redirects every request
 * @returns {Promise<string[]>} what was seen to work
 */
export async function smoke({ baseUrl, apiKey, elsewhere }) {
  const stowage = new Stowage({ baseUrl, apiKey });
  const mark = crypto.randomUUID();
  return [
    await walksPages(stowage, mark),
    await throwsTypedErrors(stowage),
    await doesRetriedPostsOnce(stowage, { baseUrl, apiKey }),
    await readsFiles(stowage, mark),
    await followsEvents(stowage),
    await followsNoRedirect({ baseUrl: elsewhere, apiKey }),
    await verifiesWebhooks(),
  ];
}

function check(isTrue, what) {
  if (!isTrue) throw new Error(`it is not so: ${what}`);
}

async function walksPages(stowage, mark) {
  for (let n = 0; n < 3; n++) await stowage.bins.create({ name: `Bin ${n}`, tags: [mark] });
  const names = [];
  for await (const { name } of stowage.bins.list({ tag: [mark], limit: 2, sort: "name" })) names.push(name);
  check(names.join() === "Bin 0,Bin 1,Bin 2", `all rows of all pages: ${names}`);
  return "pages";
}

async function failureOf(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("it is not so: it fails");
}

async function throwsTypedErrors(stowage) {
  const error = await failureOf(stowage.bins.get("nothere"));
  check(
    error instanceof StowageError && error.code === "not_found" && error.request_id,
    `a typed error: ${error}`,
  );
  const refused = await failureOf(stowage.items.create({ name: "" }));
  check(refused.errors[0].pointer === "/name", `the field that is wrong: ${refused}`);
  return "errors";
}

async function doesRetriedPostsOnce(stowage, access) {
  const { id } = await stowage.items.create({ name: "Screws", quantity: 9 });
  let count = 0;
  const losing = async (input, init) => {
    const response = await fetch(input, init);
    await response.clone().arrayBuffer();
    count += 1;
    if (count === 1) throw new TypeError("the connection was lost");
    return response;
  };
  const { quantity } = await new Stowage({ ...access, fetch: losing }).items.adjust(id, { delta: -1 });
  check(count === 2 && quantity === 8, `two tries, one effect: ${count} tries, ${quantity} left`);
  const gone = await failureOf(
    new Stowage({ ...access, baseUrl: "http://127.0.0.1:9", maxRetries: 0 }).whoami.get(),
  );
  check(gone instanceof ConnectionError, `nobody there: ${gone}`);
  return "retries";
}

async function readsFiles(stowage, mark) {
  const [bin] = (await stowage.bins.list({ tag: [mark] })).data;
  const png = await (await stowage.bins.labelPng(bin.id)).bytes();
  check(String.fromCharCode(...png.slice(1, 4)) === "PNG", "a label is a PNG");
  const content = new Blob([`name,quantity\nDrill ${mark},2\n`]);
  const { created } = await stowage.imports.create({ format: "csv", content });
  check(created === 1, `a file is imported: ${created}`);
  return "files";
}

async function followsEvents(stowage) {
  const controller = new AbortController();
  const seqs = [];
  for await (const { seq } of stowage.events.stream({ after: 0 }, { signal: controller.signal }))
    if (seqs.push(seq) === 3) break;
  check(seqs.length === 3 && seqs[0] < seqs[1] && seqs[1] < seqs[2], `events in their order: ${seqs}`);
  return "events";
}

async function followsNoRedirect(access) {
  const error = await failureOf(new Stowage({ ...access, maxRetries: 0 }).whoami.get());
  check(error instanceof UnexpectedAnswerError, `a redirect is refused: ${error}`);
  return "redirects";
}

async function verifiesWebhooks() {
  const payload = JSON.stringify({ type: "item.low_stock", data: { subject: { name: "½″ screws" } } });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const bytes = (text) => new TextEncoder().encode(text);
  const raw = Uint8Array.from(atob(WEBHOOK_SECRET), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, bytes(`dlv_1.${timestamp}.${payload}`));
  const headers = new Headers({
    "webhook-id": "dlv_1",
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  });
  const secret = `whsec_${WEBHOOK_SECRET}`;
  const post = await verifyWebhook({ payload, headers, secret });
  check(post.data.subject?.name === "½″ screws", "a genuine post is taken");
  const forged = await failureOf(verifyWebhook({ payload: payload.replace("½", "1"), headers, secret }));
  check(
    forged instanceof WebhookError && forged.reason === "wrong_signature",
    `a forged one is refused: ${forged}`,
  );
  return "webhooks";
}
