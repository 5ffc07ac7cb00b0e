// Runs the smoke program where there is a command line; where and with which key stands in stand.json beside it.
import { readFile } from "node:fs/promises";
import { smoke } from "./smoke.mjs";

const stand = JSON.parse(await readFile(new URL("stand.json", import.meta.url), "utf8"));
console.log((await smoke(stand)).join(", "));
