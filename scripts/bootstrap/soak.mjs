import { envWithoutSettings } from "./environment.mjs";
import { fail, say } from "./output.mjs";
import { runTool } from "./processes.mjs";

const MINUTES_DEFAULT = 5;
const MINUTES_MAX = 600;
const USAGE = "npm run soak -- <suite> [--minutes N]";

/** Tests that draw at random, by suite, and whose tests they are. `npm test` runs each in its short form. */
const SUITES = {
  inventory: {
    project: "api",
    files: [
      "src/inventory/all-at-once.test.ts",
      "src/inventory/killed.test.ts",
      "src/inventory/undo/undo-replay.test.ts",
    ],
  },
  deliveries: { project: "api", files: ["src/workers/delivery-killed.test.ts"] },
  revocation: { project: "auth", files: ["src/revocation.test.ts"] },
};

/** Runs one suite's tests one after the other, each for as many minutes as asked; ends the process. */
export async function soak([suite, ...args]) {
  const { project, files } = SUITES[suite] ?? {};
  if (!files) fail(`${USAGE}\nThere are the suites: ${Object.keys(SUITES).join(", ")}`);
  const minutes = args[0] === "--minutes" ? Number(args[1]) : MINUTES_DEFAULT;
  if (!(minutes > 0 && minutes <= MINUTES_MAX) || args.length > 2)
    fail(`${USAGE}\nMinutes are a number above 0, at most ${MINUTES_MAX}.`);
  say(`soaking ${suite}: ${files.length} tests, ${minutes} minutes each`);
  const env = { ...envWithoutSettings(), SOAK_MINUTES: String(minutes) };
  const { code } = await runTool("vitest", ["run", "--project", project, "--no-file-parallelism", ...files], {
    env,
  });
  process.exit(code);
}
