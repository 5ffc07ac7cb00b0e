import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether users other than the owner may pass through `folder` and every folder above it. */
function isReachableByOthers(folder) {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return isOpen && (parent === folder || isReachableByOthers(parent));
}

/**
 * Where the server keeps its data unless DATA_DIR says otherwise: `.data` in the checkout. PostgreSQL refuses to run
 * as root, so for root it runs as a user of its own, which could not reach a checkout under, say, a closed /root.
 */
export function defaultDataDir(checkout, uid = process.getuid?.()) {
  return uid === 0 && !isReachableByOthers(checkout) ? "/var/lib/stowage" : join(checkout, ".data");
}
