import { readdirSync, readFileSync } from "node:fs";

const page = (text, link) => ({ text, link });

/** Each decision by its own heading. */
const decisions = () => {
  const folder = new URL("../decisions/", import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const [, title = name] = readFileSync(new URL(name, folder), "utf8").match(/^# (.+)$/m) ?? [];
      return page(title.replaceAll("`", ""), `/decisions/${name.replace(/\.md$/, "")}`);
    });
};

/** Every page of the site, by whom it is for. `scripts/check-docs.mjs` fails for one that is left out. */
export const sidebar = [
  {
    text: "Start",
    items: [
      page("From nothing to a first call", "/start"),
      page("All pages", "/"),
      page("What is new", "/changelog"),
    ],
  },
  {
    text: "In the browser",
    items: [
      page("Keeping an inventory", "/keeping-an-inventory"),
      page("Labels and scanning", "/labels-and-scanning"),
      page("Projects and tasks", "/projects-and-tasks"),
      page("Undo and activity", "/undo"),
      page("Import and export", "/import-and-export"),
      page("Notifications", "/notifications"),
      page("Accounts", "/accounts"),
    ],
  },
  {
    text: "Scripts",
    items: [
      page("API keys", "/api-keys"),
      page("The REST API", "/rest"),
      page("Limits", "/limits"),
      page("Triggers and webhooks", "/triggers-and-webhooks"),
      page("Assistants (MCP)", "/mcp"),
      page("TypeScript", "/sdk-typescript"),
      page("Python", "/sdk-python"),
      page("Command line", "/command-line"),
      {
        text: "Reference",
        collapsed: false,
        items: [
          page("Operations", "/reference/operations"),
          page("Scopes", "/reference/scopes"),
          page("Errors", "/reference/errors"),
        ],
      },
      {
        text: "Recipes",
        collapsed: true,
        items: [
          page("All recipes", "/recipes/"),
          page("Home Assistant", "/recipes/home-assistant/"),
          page("Node-RED", "/recipes/node-red/"),
          page("Dashboards", "/recipes/dashboards"),
          page("A nightly backup", "/recipes/backup/"),
          page("A receiver of webhooks", "/recipes/webhook-receiver/"),
          page("A scanner of your own", "/recipes/esp32-scanner/"),
        ],
      },
    ],
  },
  {
    text: "Running a server",
    items: [
      page("Self-hosting", "/self-hosting"),
      page("Backup", "/backup"),
      page("Upgrade", "/upgrade"),
      page("Several servers", "/scaling"),
      page("Security", "/security"),
      page("What a credential promises", "/promises"),
      page("Performance", "/performance"),
    ],
  },
  {
    text: "Changing Stowage",
    items: [
      page("Architecture", "/architecture"),
      page("Contributing", "/contributing"),
      page("Extending", "/extending"),
      { text: "Decisions", collapsed: true, items: decisions() },
    ],
  },
];
