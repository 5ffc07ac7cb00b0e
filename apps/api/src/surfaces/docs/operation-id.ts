/** Where the rule would not read as one says it. */
const IRREGULAR: Readonly<Record<string, string>> = {
  "auth.session": "getSession",
  "sessions.endOthers": "endOtherSessions",
  "twoFactor.renewRecoveryCodes": "renewRecoveryCodes",
  "apiKeys.finishRotation": "finishApiKeyRotation",
  "apiKeys.cancelRotation": "cancelApiKeyRotation",
  "apiKeys.usage": "getApiKeyUsage",
  "apiKeys.log": "listApiKeyEvents",
  "apiKeys.explain": "explainCall",
  "handOvers.look": "lookAtHandOver",
  "invitations.look": "lookAtInvitation",
  "notifications.read": "readNotifications",
  "notifications.preferences": "getNotificationPreferences",
  "notifications.updatePreferences": "updateNotificationPreferences",
  "locations.contents": "listLocationContents",
  "bins.items": "listBinItems",
  "bins.bulk": "bulkBins",
  "bins.labelSvg": "getBinLabelSvg",
  "bins.labelPng": "getBinLabelPng",
  "items.bulk": "bulkItems",
  "events.undo": "undoEvents",
  "scan.scan": "scan",
  "search.search": "search",
  "codes.reserve": "reserveCodes",
  "labels.print": "printLabels",
  "labels.batches": "listLabelBatches",
  "projects.items": "listProjectItems",
  "projects.reserve": "reserveProjectItem",
  "projects.release": "releaseProjectItem",
  "projects.consume": "consumeProjectItems",
  "triggers.deliveries": "listTriggerDeliveries",
  "exports.download": "downloadExport",
};

/** `bins.list` → `listBins`, `events.stream` → `streamEvents`, `bins.get` → `getBin`, `libraries.get` → `getLibrary`, `auth.signUp` → `signUp`. */
export function operationIdOf(procedure: string): string {
  const irregular = IRREGULAR[procedure];
  if (irregular) return irregular;
  const [noun = "", verb = ""] = procedure.split(".");
  if (noun === "auth") return verb;
  const subject = verb === "list" || verb === "stream" ? noun : singular(noun);
  return verb + subject.charAt(0).toUpperCase() + subject.slice(1);
}

function singular(noun: string): string {
  return noun.replace(/ies$/, "y").replace(/s$/, "");
}
