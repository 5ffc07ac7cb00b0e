import { grants, type Scope } from "@stowage/contract/scopes";

export interface Snippet {
  name: string;
  label: string;
  /** Where it goes or how it runs, as one sentence. */
  hint: string;
  code: string;
}

interface SnippetInput {
  /** The whole secret. */
  secret: string;
  /** Scheme, host and port of this instance, without a trailing slash. */
  origin: string;
  scopes: readonly Scope[];
}

const ENDPOINTS: readonly { scope: Scope; path: string }[] = [
  { scope: "bins:read", path: "/bins" },
  { scope: "items:read", path: "/items" },
  { scope: "locations:read", path: "/locations" },
  { scope: "events:read", path: "/events" },
];

/** The first endpoint that a key with these scopes may read; `/whoami` answers any key. */
export function firstAllowedPath(scopes: readonly Scope[]): string {
  return ENDPOINTS.find(({ scope }) => grants(scopes, scope))?.path ?? "/whoami";
}

/** Ready pieces to paste, with the secret and this instance's address filled in; each one runs as it is. */
export function buildSnippets({ secret, origin, scopes }: SnippetInput): Snippet[] {
  const url = `${origin}/api/v1${firstAllowedPath(scopes)}`;
  return [
    {
      name: "curl",
      label: "curl",
      hint: "Run it in any terminal.",
      code: `curl ${url} \\\n  -H "Authorization: Bearer ${secret}"`,
    },
    {
      name: "javascript",
      label: "JavaScript",
      hint: "Node 18 or later, Deno, Bun. Not in a web page: visitors could read the key.",
      code: [
        `const response = await fetch("${url}", {`,
        `  headers: { Authorization: "Bearer ${secret}" },`,
        "});",
        "console.log(await response.json());",
      ].join("\n"),
    },
    {
      name: "python",
      label: "Python",
      hint: "Python 3; nothing to install.",
      code: [
        "import json, urllib.request",
        "",
        "request = urllib.request.Request(",
        `    "${url}",`,
        `    headers={"Authorization": "Bearer ${secret}"},`,
        ")",
        "with urllib.request.urlopen(request) as response:",
        "    print(json.load(response))",
      ].join("\n"),
    },
    {
      name: "mcp",
      label: "MCP",
      hint: 'For an assistant, in its file of MCP servers; VS Code calls the outer member "servers". Keep that file to yourself.',
      code: JSON.stringify({ mcpServers: { stowage: mcpServer({ secret, origin }) } }, null, 2),
    },
    {
      name: "command-line",
      label: "Command line",
      hint: "For the program stowage. The leading space keeps the key out of most shells' history; stowage login asks for it instead.",
      code: ` export STOWAGE_URL=${origin} STOWAGE_API_KEY=${secret}\nstowage whoami`,
    },
    {
      name: "env",
      label: ".env",
      hint: "Keep this file out of version control.",
      code: `STOWAGE_URL=${origin}\nSTOWAGE_API_KEY=${secret}`,
    },
    {
      name: "home-assistant",
      label: "Home Assistant",
      hint: "configuration.yaml: a sensor that is polled every minute.",
      code: homeAssistant({ secret, origin, scopes }),
    },
  ];
}

/** As most hosts of assistants take a server over HTTP. */
function mcpServer({ secret, origin }: Pick<SnippetInput, "secret" | "origin">) {
  return { type: "http", url: `${origin}/mcp`, headers: { Authorization: `Bearer ${secret}` } };
}

function homeAssistant({ secret, origin, scopes }: SnippetInput): string {
  const sensor = homeAssistantSensor(scopes);
  return [
    "rest:",
    `  - resource: ${origin}/api/v1${sensor.path}`,
    "    scan_interval: 60",
    "    headers:",
    `      Authorization: Bearer ${secret}`,
    "    sensor:",
    `      - name: ${sensor.name}`,
    `        value_template: "{{ ${sensor.value} }}"`,
  ].join("\n");
}

function homeAssistantSensor(scopes: readonly Scope[]): { name: string; path: string; value: string } {
  const counted = "include_total=true&limit=1";
  if (grants(scopes, "items:read")) {
    return { name: "Low stock", path: `/items?low_stock=true&${counted}`, value: "value_json.total" };
  }
  if (grants(scopes, "bins:read"))
    return { name: "Bins", path: `/bins?${counted}`, value: "value_json.total" };
  if (grants(scopes, "locations:read")) {
    return { name: "Locations", path: `/locations?${counted}`, value: "value_json.total" };
  }
  return { name: "Stowage", path: "/whoami", value: "value_json.organization.name" };
}
