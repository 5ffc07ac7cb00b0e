import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { verifySnippets } from "./verify-snippets.ts";

const KEY = Buffer.from("thirty-two bytes of a signing key");
const SECRET = `whsec_${KEY.toString("base64")}`;
const BODY = '{"type":"item.low_stock","name":"Käse"}';

function headersFor(body: string, sentAt: number) {
  const time = String(sentAt);
  const signature = createHmac("sha256", KEY).update(`msg_1.${time}.${body}`).digest("base64");
  return { "webhook-id": "msg_1", "webhook-timestamp": time, "webhook-signature": `v1,AAAA v1,${signature}` };
}

function snippet(name: string): string {
  const found = verifySnippets(SECRET).find((each) => each.name === name);
  if (!found) throw new Error(`there is a snippet for ${name}`);
  return found.code;
}

/** Whether a snippet takes our post, one that was changed on its way, and one that is old. */
function judgements(command: string, args: string[], lines: string): string[] {
  const { stdout, stderr } = spawnSync(command, args, { input: lines, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trim().split(/\s+/);
}

const now = Math.floor(Date.now() / 1000);
const fresh = JSON.stringify(headersFor(BODY, now));
const old = JSON.stringify(headersFor(BODY, now - 3_600));

it("the Node snippet runs as it is: it takes what is ours, and neither what was changed nor what is old", () => {
  const program = `${snippet("node")}
    console.log(isOurs(${fresh}, ${JSON.stringify(BODY)}), isOurs(${fresh}, "{}"), isOurs(${old}, ${JSON.stringify(BODY)}));`;
  expect(judgements(process.execPath, ["--input-type=module", "-"], program)).toEqual([
    "true",
    "false",
    "false",
  ]);
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

it.skipIf(!hasPython)("the Python snippet does the same", () => {
  const body = `${JSON.stringify(BODY)}.encode()`;
  const program = `${snippet("python")}
print(is_ours(${fresh}, ${body}), is_ours(${fresh}, b"{}"), is_ours(${old}, ${body}))`;
  expect(judgements("python3", ["-"], program)).toEqual(["True", "False", "False"]);
});
