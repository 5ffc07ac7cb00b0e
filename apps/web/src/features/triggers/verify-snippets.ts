import type { Snippet } from "../api-keys/snippets.ts";

/** How the other side makes sure that a post is ours; `secret` is filled in, so that each runs as it is. */
export function verifySnippets(secret: string): Snippet[] {
  return [
    {
      name: "node",
      label: "Node",
      hint: "Give it the body exactly as it came, before anything parses it.",
      code: [
        'import { createHmac, timingSafeEqual } from "crypto";',
        "",
        `const key = Buffer.from("${secret}".slice("whsec_".length), "base64");`,
        "",
        "export function isOurs(headers, body) {",
        '  const time = headers["webhook-timestamp"];',
        "  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false;",
        '  const signed = [headers["webhook-id"], time, body].join(".");',
        '  const expected = createHmac("sha256", key).update(signed).digest();',
        '  return headers["webhook-signature"].split(" ").some((one) => {',
        '    const given = Buffer.from(one.slice("v1,".length), "base64");',
        "    return given.length === expected.length && timingSafeEqual(given, expected);",
        "  });",
        "}",
      ].join("\n"),
    },
    {
      name: "python",
      label: "Python",
      hint: "Python 3; nothing to install. `body` is bytes, exactly as they came.",
      code: [
        "import base64, hashlib, hmac, time",
        "",
        `key = base64.b64decode("${secret}".removeprefix("whsec_"))`,
        "",
        "def is_ours(headers, body):",
        '    sent_at = headers["webhook-timestamp"]',
        "    if abs(time.time() - int(sent_at)) > 300:",
        "        return False",
        "    signed = f'{headers[\"webhook-id\"]}.{sent_at}.'.encode() + body",
        "    digest = hmac.new(key, signed, hashlib.sha256).digest()",
        '    expected = "v1," + base64.b64encode(digest).decode()',
        "    return any(",
        "        hmac.compare_digest(expected, given)",
        '        for given in headers["webhook-signature"].split()',
        "    )",
      ].join("\n"),
    },
    {
      name: "env",
      label: ".env",
      hint: "The libraries of standardwebhooks.com take it as it is. Keep this file out of version control.",
      code: `STOWAGE_WEBHOOK_SECRET=${secret}`,
    },
  ];
}

/** The three headers of each post, and what they are for. */
export const SIGNED_HEADERS: readonly (readonly [name: string, meaning: string])[] = [
  ["webhook-id", "Names the delivery. It stays the same when it is tried again: what you have seen, skip."],
  ["webhook-timestamp", "When it was sent, in seconds since 1970. Refuse what is older than five minutes."],
  [
    "webhook-signature",
    "v1, and the HMAC-SHA256 of id.timestamp.body in Base64. While a secret is rotated there are two: one must match.",
  ],
];
