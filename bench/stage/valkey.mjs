// The Valkey or Redis that better-auth's documentation has for its keys, keeping nothing on disk, in a process of its own so
// that it can be kept off the server's core: node bench/stage/valkey.mjs <program> <port> <folder>
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 20;
const [program = "", port = "", folder = ""] = process.argv.slice(2);
const settings = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
const store = spawn(program, settings, { stdio: "ignore" });
store.once("exit", (code) => process.exit(code ?? 0));
process.on("SIGTERM", () => store.kill("SIGKILL")); // which keeps nothing anyway

async function isListening() {
  const connection = connect(Number(port), "127.0.0.1");
  const isConnected = await Promise.race([
    once(connection, "connect").then(() => true),
    once(connection, "close").then(() => false),
  ]).catch(() => false);
  connection.destroy();
  return isConnected;
}

while (!(await isListening())) await sleep(LOOK_EVERY_MS);
process.send?.({ listening: true });
