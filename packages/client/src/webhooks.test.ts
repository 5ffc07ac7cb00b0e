import { createHmac } from "node:crypto";
import { expect, expectTypeOf, test } from "vitest";
import type { WebhookBody } from "./stowage.ts";
import { verifyWebhook, type WebhookPost } from "./webhooks.ts";

const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(24)).toString("base64")}`;
const [OURS, OTHER] = [secretOf("a"), secretOf("b")];
const NOW = Date.parse("2026-01-02T03:04:05Z");
const BODY = JSON.stringify({ type: "item.low_stock", data: { subject: { name: "½″ screws" } } });

/** As the server signs, by another implementation of HMAC. */
function signed({ secrets = [OURS], body = BODY, secondsAgo = 0, id = "dlv_1" } = {}) {
  const timestamp = String(NOW / 1_000 - secondsAgo);
  const sign = (secret: string) =>
    createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
      .update(`${id}.${timestamp}.${body}`)
      .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets.map((secret) => `v1,${sign(secret)}`).join(" "),
  };
}
const verify = (post: Partial<WebhookPost>) =>
  verifyWebhook({ payload: BODY, headers: signed(), secret: OURS, now: NOW, ...post });

test("what was signed is given as what it is, in whatever form it arrives", async () => {
  const expected = JSON.parse(BODY);
  const bytes = new TextEncoder().encode(BODY);
  for (const payload of [BODY, bytes, Buffer.from(BODY), bytes.buffer])
    expect(await verify({ payload })).toEqual(expected);
  const upper = Object.fromEntries(
    Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]),
  );
  for (const headers of [new Headers(signed()), upper]) expect(await verify({ headers })).toEqual(expected);
  expectTypeOf(verify({})).resolves.toEqualTypeOf<WebhookBody>();
});

test("either secret is enough while one is changed, on both sides", async () => {
  for (const secrets of [
    [OURS, OTHER],
    [OTHER, OURS],
  ]) {
    await expect(verify({ headers: signed({ secrets }) })).resolves.toBeDefined();
    await expect(verify({ secret: secrets })).resolves.toBeDefined();
  }
});

const FORGED: [string, Partial<WebhookPost>, string][] = [
  ["another body", { payload: BODY.replace("½″", "1″") }, "wrong_signature"],
  ["another secret", { headers: signed({ secrets: [OTHER] }) }, "wrong_signature"],
  ["another id", { headers: { ...signed(), "webhook-id": "dlv_2" } }, "wrong_signature"],
  [
    "another time",
    { headers: { ...signed(), "webhook-timestamp": String(NOW / 1_000 - 5) } },
    "wrong_signature",
  ],
  ["an id that takes a part of the time", { headers: moved() }, "malformed"],
  ["a body of which a part was moved to the id", parted(), "malformed"],
  ["an id that is no name", { headers: { ...signed(), "webhook-id": "dlv 1" } }, "malformed"],
  ["a body that no server posts", { payload: " ".repeat(4 * 1_048_576 + 1) }, "malformed"],
  [
    "another version",
    { headers: { ...signed(), "webhook-signature": "v2,AAAA v1a,AAAA v1, v1,%%" } },
    "wrong_signature",
  ],
  ["a signature that is cut short", { headers: cut() }, "wrong_signature"],
  ["an old post", { headers: signed({ secondsAgo: 301 }) }, "too_old"],
  ["a post from the future", { headers: signed({ secondsAgo: -301 }) }, "too_new"],
  ["no time", { headers: { ...signed(), "webhook-timestamp": "soon" } }, "too_old"],
  ["no signature", { headers: { ...signed(), "webhook-signature": undefined } }, "header_missing"],
  ["no headers", { headers: {} }, "header_missing"],
  ["no secret at all", { secret: [] }, "wrong_signature"],
];
test.each(FORGED)("%s is refused", async (_, post, reason) => {
  await expect(verify(post)).rejects.toMatchObject({ name: "WebhookError", reason });
});

/** The same bytes are signed, with the dot elsewhere. */
function moved() {
  const { "webhook-id": id, "webhook-timestamp": timestamp, ...rest } = signed();
  return { ...rest, "webhook-id": `${id}.${timestamp}`, "webhook-timestamp": timestamp };
}
function parted() {
  const time = String(NOW / 1_000);
  const headers = signed({ body: `${time}.{}` });
  return { payload: "{}", headers: { ...headers, "webhook-id": `dlv_1.${time}` } };
}
function cut() {
  const headers = signed();
  return { ...headers, "webhook-signature": headers["webhook-signature"].slice(0, 11) };
}

test("five minutes are not too old, and not too new", async () => {
  for (const secondsAgo of [300, -300])
    await expect(verify({ headers: signed({ secondsAgo }) })).resolves.toBeDefined();
});

test("a secret that is none is a mistake of the receiver's, and is not repeated", async () => {
  for (const secret of ["", "whsec_", "not a secret!", "whsec_%%"]) {
    await expect(verify({ secret })).rejects.toThrow(TypeError);
    await expect(verify({ secret })).rejects.not.toThrow("not a secret!");
  }
});
