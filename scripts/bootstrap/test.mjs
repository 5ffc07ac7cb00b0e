import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { envWithoutSettings, root } from "./environment.mjs";
import { failedInPlaywright, failedInVitest, withFailed } from "./failed-tests.mjs";
import { fail, say } from "./output.mjs";
import { run, runTool } from "./processes.mjs";
import { report, runStep } from "./report.mjs";
import { build } from "./start.mjs";
import { ensureValkey } from "./valkey.mjs";

const LANES_AT_ONCE = 2;

const script = (name, options) => run(process.execPath, [`scripts/${name}.mjs`], options);

async function browserTests({ env, ...options }) {
  if (!(await ensureBrowser())) return { code: 1 };
  return withFailed(
    (file) =>
      runTool("playwright", ["test", "--reporter=list,json"], {
        ...options,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        from: "@playwright/test",
      }),
    failedInPlaywright,
  );
}

async function unitTests({ env, ...options }) {
  const program = await ensureValkey();
  if (!program) return { code: 1 };
  const settings = { ...options, env: { ...env, VALKEY_SERVER_TEST: program } };
  return withFailed(
    (file) =>
      runTool(
        "vitest",
        ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
        settings,
      ),
    failedInVitest,
  );
}

const routeTree = () => {
  const file = join(root, "apps/web/src/routeTree.gen.ts");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

// The web app's build writes its list of routes, which is committed so that types can be checked before any build.
async function freshBuild(options) {
  const before = routeTree();
  const { code, output } = await build(options);
  if (code !== 0 || routeTree() === before) return { code, output };
  return {
    code: 1,
    output: "apps/web/src/routeTree.gen.ts was out of date and has been rewritten: commit it.",
  };
}

// Steps of one lane depend on each other, in order; lanes do not.
const STATIC_LANES = [
  [
    { id: "types", title: "types (tsc)", run: (o) => runTool("tsc", ["-b"], { ...o, from: "typescript" }) },
    { id: "emitted-types", title: "emitted types", run: (o) => script("check-dts", o) },
  ],
  [
    { id: "build", title: "build", run: freshBuild },
    { id: "bundles", title: "bundles", run: (o) => script("check-bundles", o) },
    { id: "packed", title: "command line, packed", run: (o) => script("check-command-line", o) },
    { id: "client", title: "client package", run: (o) => script("check-client", o) },
  ],
  [{ id: "docs", title: "documentation site", run: (o) => script("check-docs", o) }],
  [{ id: "generated", title: "generated files", run: (o) => script("check-generated", o) }],
  [{ id: "boundaries", title: "import boundaries", run: (o) => script("check-boundaries", o) }],
  [{ id: "dead-code", title: "dead code (knip)", run: (o) => runTool("knip", ["--no-progress"], o) }],
  [
    {
      id: "lint",
      title: "format and lint (biome)",
      run: (o) => runTool("biome", ["check", "--error-on-warnings", "."], { ...o, from: "@biomejs/biome" }),
    },
  ],
  [{ id: "house", title: "house style", run: (o) => script("check-house", o) }],
  [{ id: "walkthrough", title: "walkthrough", run: (o) => script("check-walkthrough", o) }],
  [{ id: "lockfiles", title: "lockfiles", run: (o) => script("check-lockfiles", o) }],
];

const LIVE_STEPS = [
  { id: "unit", title: "unit and integration tests (vitest)", run: unitTests },
  { id: "browser", title: "browser tests (playwright)", needs: "build", run: browserTests },
];

/** Runs the lanes, a few at once; what a lane's failed step leaves undone fails with it. */
async function runLanes(lanes, env) {
  const waiting = [...lanes];
  const results = [];
  const worker = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      let blocker;
      for (const step of lane) {
        const result = await runStep(step, { env, quiet: true, blocker });
        if (!result.isOk) blocker ??= step.title;
        results.push(result);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES_AT_ONCE }, worker));
  return results;
}

function selectSteps(ids) {
  const known = [...STATIC_LANES.flat(), ...LIVE_STEPS].map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) fail(`There is no step "${unknown.join('", "')}". There are: ${known.join(", ")}`);
  const isWanted = ({ id }) => ids.length === 0 || ids.includes(id);
  return {
    lanes: STATIC_LANES.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0),
    live: LIVE_STEPS.filter(isWanted).filter(({ id }) => id !== "browser" || process.env.SKIP_E2E !== "1"),
  };
}

/** Runs every step, or those named, reports them and ends the process: 0 only if all passed. */
export async function test(ids) {
  const { lanes, live } = selectSteps(ids);
  const env = envWithoutSettings();
  say(`checking the code (${lanes.flat().length} steps, ${LANES_AT_ONCE} at once)`);
  const results = await runLanes(lanes, env);
  for (const step of live) {
    say(step.title);
    const blocker = results.find(({ id, isOk }) => id === step.needs && !isOk)?.title;
    results.push(await runStep(step, { env, quiet: false, blocker }));
  }
  process.exit(report(results) ? 0 : 1);
}
