/** `bins.list` → `listBins`, `events.stream` → `streamEvents`, `bins.get` → `getBin`, `apiKeys.create` → `createApiKey`, `auth.signUp` → `signUp`. */
export function operationIdOf(procedure: string): string {
  const [noun = "", verb = ""] = procedure.split(".");
  if (noun === "auth") return verb === "session" ? "getSession" : verb;
  const subject = verb === "list" || verb === "stream" || !noun.endsWith("s") ? noun : noun.slice(0, -1);
  return verb + subject.charAt(0).toUpperCase() + subject.slice(1);
}
