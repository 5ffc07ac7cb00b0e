const PLACE = "{{n}}";
const NUMBERS = 65_536;
const DIGITS = 4;

let serial = 0;

/**
 * A request that is sent again and again is made once; one with `{{n}}` in it anew each time, with a number there, as four
 * hexadecimal digits, that none of the 65,536 requests before has.
 * @param {string} text
 * @returns {() => Buffer}
 */
export function makerOf(text) {
  if (!text.includes(PLACE)) {
    const bytes = Buffer.from(text);
    return () => bytes;
  }
  const [head = "", ...rest] = text.split(PLACE);
  return () => {
    const number = (serial++ % NUMBERS).toString(16).padStart(DIGITS, "0");
    return Buffer.from(head + rest.map((part) => number + part).join(""));
  };
}

/**
 * A request as it goes over the wire.
 * @param {import("../contend/works.mjs").Sketch} sketch
 * @param {{ name: string, value: string } | null} credential
 */
export function wire({ method, path, body, headers = {} }, credential) {
  const lines = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1"];
  if (credential) lines.push(`${credential.name}: ${credential.value}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body === undefined) return `${lines.join("\r\n")}\r\n\r\n`;
  const bytes = Buffer.byteLength(body.replaceAll(PLACE, "0".repeat(DIGITS)));
  lines.push("content-type: application/json", `content-length: ${bytes}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/**
 * Each sketch with a credential, as many as it takes for each of both to be used.
 * @param {import("../contend/works.mjs").Sketch[]} sketches
 * @param {{ name: string, value: string }[]} credentials  Without any, nobody in particular asks.
 */
export function requestsOf(sketches, credentials) {
  return Array.from({ length: Math.max(sketches.length, credentials.length) }, (_, n) =>
    wire(sketches[n % sketches.length], credentials[n % credentials.length] ?? null),
  );
}
