/** The call that does the same from a script, with the key taken from the environment. */
export function curlFor(route: `${"GET" | "POST" | "PATCH" | "DELETE"} /${string}`, body?: object): string {
  const [method, path] = route.split(" ");
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${window.location.origin}/api/v1${path}`,
    `  -H "Authorization: Bearer $STOWAGE_API_KEY"`,
  ];
  if (body) lines.push(`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(body)}'`);
  return lines.join(" \\\n");
}
