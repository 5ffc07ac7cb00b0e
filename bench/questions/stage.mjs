import { randomBytes } from "node:crypto";
import { callApi } from "../../scripts/seed/api.mjs";
import { eachOf } from "../../scripts/seed/each-of.mjs";
import { seedStock } from "../../scripts/seed/seed-stock.mjs";
import { inventoryOf } from "./inventory.mjs";

/** Requests under way at once while things are made. */
const AT_ONCE = 4;
/** Per minute and per hour: measuring must not run into a limit. */
const REQUESTS_MAX = 1_000_000;
const READS = ["locations:read", "bins:read", "items:read", "tasks:read", "projects:read", "events:read"];
const WRITES = [
  "locations:write",
  "bins:write",
  "items:write",
  "items:delete",
  "tasks:write",
  "projects:write",
];

/** How much of each there is beside the stock. */
const MANY = {
  places: 58,
  tasks: 600,
  projects: 100,
  reservations: 300,
  labels: 1_000,
  loose: 40,
  scrap: 200,
};
const FEW = { places: 2, tasks: 12, projects: 5, reservations: 5, labels: 10, loose: 5, scrap: 5 };

/** @typedef {Awaited<ReturnType<typeof setStage>>} Stage */

/**
 * Makes an account on a fresh server, keys, a warehouse, and some of everything else.
 * @param {{ url: string, items: number, output: NodeJS.WritableStream }} task
 */
export async function setStage({ url, items, output }) {
  const isBig = items >= 10_000;
  const amounts = isBig ? MANY : FEW;
  const owner = await signUp(url);
  const key = await makeKey(owner.api, { name: "Bench", scopes: [...READS, ...WRITES] });
  const today = Date.now();
  await seedStock({ url, key, output, items, today });
  const api = { url, headers: { authorization: `Bearer ${key}` } };
  const inventory = await inventoryOf(api, items, today);
  const extras = await makeExtras(api, amounts, { inventory, user_id: owner.user_id });
  const bound = inventory.places.find(({ name }) => name === (isBig ? "Hall A" : "Shelf A1-1"));
  const boundedKey = await makeKey(owner.api, {
    name: "Bench, bound to a place",
    scopes: READS,
    location_ids: [bound.id],
  });
  const { places, bins } = inventory;
  const held = `${inventory.items.length} items, ${bins.length} bins and ${places.length} locations`;
  return {
    url,
    api,
    key,
    boundedKey,
    bound,
    inventory,
    held,
    isBig,
    today,
    user_id: owner.user_id,
    ...extras,
  };
}

async function signUp(url) {
  const { answer: state } = await callApi({ url, headers: {} }, "GET", "/auth/session");
  if (!state.is_first_run)
    throw new Error(`${url} is in use. The benchmark fills a workspace: it takes a fresh server only.`);
  const { answer, response } = await callApi({ url, headers: {} }, "POST", "/auth/sign-up", {
    email: "bench@example.org",
    password: randomBytes(16).toString("hex"),
    name: "Bench",
  });
  const cookie = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  const api = { url, headers: { cookie: cookie.join("; "), origin: url } };
  await callApi(api, "PATCH", `/organizations/${answer.organization.id}`, {
    plan: "enterprise",
    rate_limit: { per_minute: REQUESTS_MAX, per_hour: REQUESTS_MAX },
  });
  return { api, user_id: answer.user.id };
}

const makeKey = async (api, body) => (await callApi(api, "POST", "/api-keys", body)).answer.key;

const numbers = (count) => Array.from({ length: count }, (_, n) => n);

/** What the seed makes none of: loose items, the trash, tasks, projects, blank labels, an import. */
async function makeExtras(api, amounts, { inventory, user_id }) {
  const post = async (path, body) => (await callApi(api, "POST", path, body)).answer;
  const annex = await post("/locations", { name: "Annex", kind: "building" });
  inventory.places.push(annex);
  await eachOf(numbers(amounts.places), AT_ONCE, async (n) => {
    inventory.places.push(
      await post("/locations", { name: `Room ${n + 1}`, kind: "room", parent_id: annex.id }),
    );
  });
  const loose = await createItems(
    api,
    numbers(amounts.loose).map((n) => ({ name: `Loose part ${n + 1}` })),
  );
  const [bin] = inventory.bins;
  const scrap = await createItems(
    api,
    numbers(amounts.scrap).map((n) => ({ name: `Scrap ${n + 1}`, bin_id: bin.id })),
  );
  const gone = await post("/items/bulk", {
    atomic: true,
    operations: scrap.map(({ id }) => ({ op: "delete", id })),
  });
  inventory.items.push(...loose);
  const trash = scrap.map((item, n) => ({ ...item, ...gone.data[n].data }));
  const projects = await makeProjects(post, amounts, loose);
  const tasks = await makeTasks(post, amounts, { inventory, projects, user_id });
  const { data: labels } = await post("/codes", { count: amounts.labels, batch: "bench" });
  const brought = await importItems(api);
  inventory.items.push(...numbers(brought.created).map(() => ({ ...loose[0], id: "", name: "Brought in" })));
  return { loose, trash, projects, tasks, labels };
}

async function createItems(api, list) {
  const { answer } = await callApi(api, "POST", "/items/bulk", {
    atomic: true,
    operations: list.map((data) => ({ op: "create", data })),
  });
  return answer.data.map(({ data }) => data);
}

async function makeProjects(post, amounts, items) {
  const projects = [];
  for (const n of numbers(amounts.projects))
    projects.push(
      await post("/projects", {
        name: `Project ${n + 1}`,
        status: n % 5 === 0 ? "active" : "planned",
        tags: n % 10 === 0 ? ["rare"] : [],
        due_on: n % 3 === 0 ? `2030-01-${String((n % 28) + 1).padStart(2, "0")}` : null,
      }),
    );
  await eachOf(numbers(amounts.reservations), AT_ONCE, async (n) => {
    const { id } = projects[n % projects.length];
    await post(`/projects/${id}/reservations`, { item_id: items[n % items.length].id, quantity: 1 });
  });
  return projects;
}

async function makeTasks(post, amounts, { inventory, projects, user_id }) {
  const tasks = [];
  await eachOf(numbers(amounts.tasks), AT_ONCE, async (n) => {
    const bin = inventory.bins[n % inventory.bins.length];
    const task = {
      title: `Task ${n + 1}`,
      status: ["open", "in_progress", "done", "cancelled"][n % 4],
      // Half of the days are long past, half are far ahead.
      due_on: n % 3 === 0 ? `${n % 2 === 0 ? 2020 : 2090}-01-${String((n % 28) + 1).padStart(2, "0")}` : null,
      assignee_id: n % 10 === 0 ? user_id : null,
      project_id: n % 5 === 0 ? projects[n % projects.length].id : null,
      ...(n % 2 === 0 && { subject_type: "bin", subject_id: bin.id }),
    };
    tasks.push(await post("/tasks", task));
  });
  return tasks;
}

async function importItems({ url, headers }) {
  const response = await fetch(`${url}/api/v1/import`, {
    method: "POST",
    headers: { ...headers, "content-type": "text/csv" },
    body: "name,quantity\nBrought in 1,1\nBrought in 2,1\n",
  });
  /** @type {any} */
  const answer = await response.json();
  if (!response.ok || answer.created !== 2) throw new Error(`POST /import: ${JSON.stringify(answer)}`);
  return answer;
}
