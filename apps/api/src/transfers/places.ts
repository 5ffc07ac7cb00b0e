import type { Location } from "@stowage/contract/locations";
import { createLocation } from "../inventory/locations/create-location.ts";
import type { Writing } from "../inventory/writing.ts";

/** The places that the caller can reach, by how a file spells them out: from the topmost of them down. */
export class Places {
  readonly #writing: Writing;
  #byId: Map<string, Location> | null = null;
  readonly #children = new Map<string | null, Map<string, string>>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** The id of a place by its name in another one; null is at the top. */
  async child(parent_id: string | null, name: string): Promise<string | null> {
    await this.#known();
    return this.#children.get(parent_id)?.get(name) ?? null;
  }

  /** What a place and those above it are called. */
  async pathOf(id: string): Promise<string[]> {
    const byId = await this.#known();
    return (byId.get(id)?.path ?? []).flatMap((step) => byId.get(step)?.name ?? []);
  }

  /**
   * The id of a place that is spelled out; what is missing of it is made. Case does not matter where it makes no
   * difference.
   * @throws what making a place throws
   */
  async at(names: readonly string[]): Promise<string> {
    let id: string | null = null;
    for (const name of names) {
      const found: string | null = (await this.child(id, name)) ?? (await this.#alike(id, name));
      id = found ?? (await this.#make(id, name));
    }
    if (id === null) throw new Error("a path has at least one name");
    return id;
  }

  /** Takes in what became of a place. */
  async follow(location: Location, before: Location | null): Promise<void> {
    if (before && (before.name !== location.name || before.parent_id !== location.parent_id)) {
      this.#byId = null;
      return;
    }
    (await this.#known()).set(location.id, location);
    this.#index(location);
  }

  async #make(parent_id: string | null, name: string): Promise<string> {
    const kind = parent_id === null ? "site" : "other";
    const made = await createLocation(this.#writing, { name, parent_id, kind, description: "" });
    await this.follow(made, null);
    return made.id;
  }

  async #alike(parent_id: string | null, name: string): Promise<string | null> {
    const wanted = name.toLowerCase();
    const alike = [...(this.#children.get(parent_id) ?? [])].filter(([one]) => one.toLowerCase() === wanted);
    return alike.length === 1 ? (alike[0]?.[1] ?? null) : null;
  }

  async #known(): Promise<Map<string, Location>> {
    if (this.#byId) return this.#byId;
    const { locations } = this.#writing;
    const tree = await this.#writing.tree();
    await locations.fetch(tree.map(({ id }) => id));
    const reached = await Promise.all(tree.map(({ id }) => locations.get(id)));
    this.#byId = new Map(reached.flatMap((location) => (location ? [[location.id, location]] : [])));
    this.#children.clear();
    for (const location of this.#byId.values()) this.#index(location);
    return this.#byId;
  }

  #index({ id, parent_id, name }: Location): void {
    const parent = parent_id !== null && this.#byId?.has(parent_id) ? parent_id : null;
    const children = this.#children.get(parent) ?? new Map<string, string>();
    this.#children.set(parent, children.set(name, id));
  }
}
