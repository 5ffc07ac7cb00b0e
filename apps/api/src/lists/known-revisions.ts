/** Longest that a revision is taken for the current one without asking, in milliseconds. */
const KNOWN_FOR_MS = 1_000;
/** Workspaces remembered; beyond it all are forgotten, and asked for again. */
const WORKSPACES_MAX = 10_000;

/**
 * The last revision of each workspace that this server has seen, for the `ETag` of an answer that nobody compares with
 * anything. It may be a moment older than the answer, since other servers write too, and that is safe: a tag that is too
 * old fits nothing, so who sends it back gets a whole answer once more. One that is too new would hide a change; none is,
 * for revisions never fall.
 */
export class KnownRevisions {
  readonly #now: () => number;
  readonly #known = new Map<string, { revision: number; at: number }>();

  /** @param now  Unix milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A recent revision of the workspace, or null: then ask. */
  recent(workspace_id: string): number | null {
    const known = this.#known.get(workspace_id);
    return known && this.#now() - known.at < KNOWN_FOR_MS ? known.revision : null;
  }

  /** It was just read. */
  learn(workspace_id: string, revision: number): void {
    if (this.#known.size >= WORKSPACES_MAX) this.#known.clear();
    this.#known.set(workspace_id, { revision, at: this.#now() });
  }

  /** This server is changing it, or has. */
  forget(workspace_id: string): void {
    this.#known.delete(workspace_id);
  }
}
