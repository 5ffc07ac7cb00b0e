import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CollectionTag, parse, type ScalarTag } from "yaml";
import { catchPosts } from "../testing/caught-posts.ts";
import { presetKey, readRecipe } from "../testing/recipes.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

// biome-ignore lint/suspicious/noExplicitAny: other programs' configuration, read by the names they give it
type Read = any;
type Vars = Record<string, unknown>;

const HERE = "http://stowage.local:4870";
const BARCODE = "4006381333931";

let server: TestServer;
let anna: Person;
let readOnly: TestKey;
let homeAutomation: TestKey;
let itemId: string;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  readOnly = await presetKey(anna, "read_only");
  homeAutomation = await presetKey(anna, "home_automation");
  const body = { name: "Marker", quantity: 2, min_quantity: 5, barcodes: [BARCODE] };
  itemId = (await anna.ask("POST", "items", { body })).body.id;
  await anna.ask("POST", "items", { body: { name: "Always low", quantity: 0, min_quantity: 1 } });
});
afterAll(() => server.close());

/** `data[0].seq` of a value; a path that leads nowhere throws. */
function at(value: Read, path: string): Read {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((inner, name) => {
      if (inner === null || typeof inner !== "object" || !(name in inner))
        throw new Error(`${path}: there is no ${name}`);
      return inner[name];
    }, value);
}

/** Fills a template in which each pair of braces holds a path and perhaps a filter, as all of ours do. */
const filled = (template: string, vars: Vars): string =>
  template.replace(/{{ *([\w.[\]]+)(?: *\| *\w+)? *}}/g, (_, path: string) => String(at(vars, path)));

/** What one of their requests gets from the real server; its address must be the one that the page says to replace. */
async function asked(key: TestKey, method: "GET" | "POST", url: string, payload?: string) {
  expect(url.startsWith(`${HERE}/api/v1/`), url).toBe(true);
  const answer = await key.ask(method, url.slice(HERE.length), payload === undefined ? {} : { raw: payload });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const secret: ScalarTag = { tag: "!secret", resolve: (name) => `secret ${name}` };
const readYaml = (name: string): Read =>
  parse(readRecipe(name), { customTags: [secret as ScalarTag & CollectionTag] });

describe("Home Assistant, with a key of the preset Home automation", () => {
  const stowage = readYaml("home-assistant/stowage.yaml");
  const command = (name: string, vars: Vars = {}) => {
    const { url, method, payload, headers } = stowage.rest_command[name];
    expect(headers).toEqual({ Authorization: "secret stowage_authorization" });
    return asked(homeAutomation, method.toUpperCase(), filled(url, vars), payload && filled(payload, vars));
  };

  test("each sensor shows a number of the summary", async () => {
    for (const { resource, sensor, headers } of stowage.rest) {
      expect(headers).toEqual({ Authorization: "secret stowage_authorization" });
      const value_json = await asked(homeAutomation, "GET", resource);
      expect(sensor.length).toBeGreaterThan(3);
      for (const { value_template, unique_id } of sensor)
        expect(filled(value_template, { value_json }), unique_id).toMatch(/^\d+$/);
    }
  });

  test("its commands adjust an item by its id, and take one by its barcode", async () => {
    expect(await command("stowage_adjust", { item: itemId, delta: 4 })).toMatchObject({ quantity: 6 });
    expect(await command("stowage_take", { code: BARCODE })).toMatchObject({ quantity: 5 });
  });

  test("its notice is worded from what a trigger of the server posts", async () => {
    const sink = await catchPosts();
    const actions = [{ type: "webhook", url: sink.url }];
    await anna.ask("POST", "triggers", { body: { name: "Low", event_types: ["item.low_stock"], actions } });
    await anna.ask("POST", "items", { body: { name: "Nuts", quantity: 1, min_quantity: 4 } });
    const trigger = { json: JSON.parse((await sink.next()).body) };
    sink.close();
    const notice = stowage.automation.find(({ id }: Read) => id === "stowage_low_stock");
    expect(notice.triggers[0]).toMatchObject({
      webhook_id: "secret stowage_webhook_id",
      allowed_methods: ["POST"],
    });
    const { title, message, notification_id } = notice.actions[0].data;
    expect(filled(title, { trigger })).toBe("Nuts ran low");
    expect(filled(message, { trigger })).toBe("1 pcs left, 3 missing.");
    expect(filled(notification_id, { trigger })).toMatch(/^stowage_\d+$/);
  });

  test("it follows what happens from the newest event on, and remembers the last", async () => {
    const follow = stowage.automation.find(({ id }: Read) => id === "stowage_follow").actions;
    const newest = { content: await command("stowage_newest_event") };
    const seen = filled(follow[0].then[1].data.value, { newest });
    await anna.ask("POST", `items/${itemId}/adjust`, { body: { delta: -1 } });
    const answer = await command("stowage_events", { after: seen });
    expect(answer.data).toHaveLength(1);
    const { for_each, sequence } = follow.at(-1).repeat;
    expect(for_each).toBe("{{ answer.content.data }}");
    const repeat = { item: answer.data[0] };
    const event = Object.fromEntries(
      Object.entries<string>(sequence[0].event_data).map(([name, template]) => [
        name,
        filled(template, { repeat }),
      ]),
    );
    expect(event).toMatchObject({
      type: "item.quantity_changed",
      subject_id: itemId,
      subject_name: "Marker",
    });
    expect(filled(sequence[1].data.value, { repeat })).toBe(String(Number(seen) + 1));
  });

  test("every command that an automation calls is one of the file", () => {
    const called = readRecipe("home-assistant/stowage.yaml").matchAll(/action: rest_command\.(\w+)/g);
    for (const [, name = ""] of called) expect(Object.keys(stowage.rest_command)).toContain(name);
  });
});

test("Homepage shows fields of the summary, with a key of the preset Read only", async () => {
  const { widget } = readYaml("homepage/services.yaml")[0].Home[0].Stowage;
  expect(widget.headers).toEqual({ Authorization: "Bearer {{HOMEPAGE_VAR_STOWAGE_KEY}}" });
  const summary = await asked(readOnly, widget.method, widget.url);
  expect(widget.mappings).toHaveLength(4);
  for (const { field } of widget.mappings) expect(typeof at(summary, field)).toBe("number");
});

test("each of Grafana's panels asks for what is there, with a key of the preset Read only", async () => {
  const [datasource] = readYaml("grafana/datasource.yaml").datasources;
  const { panels } = JSON.parse(readRecipe("grafana/dashboard.json"));
  expect(panels).toHaveLength(8);
  const kinds = { number: "number", string: "string", timestamp: "string" };
  for (const panel of panels) {
    expect(panel.datasource).toEqual({ type: datasource.type, uid: datasource.uid });
    for (const { url, root_selector, columns } of panel.targets) {
      const answer = await asked(readOnly, "GET", `${datasource.url}${url}`);
      const [row] = [at(answer, root_selector)].flat();
      for (const { selector, type } of columns) {
        const value = at(row, selector);
        if (value !== null) expect(typeof value, `${panel.title}: ${selector}`).toBe(kinds[type as "number"]);
      }
    }
  }
});
