import { bodyOf, Connection } from "../load/connection.mjs";
import { wire } from "../load/requests.mjs";

const CONNECTIONS = 8;
/** Each connection that has its answer sends its next request at the next tick: at most 1,000 requests a second. */
const TICK_MS = 8;
/** So often a new key takes over, and the one that is too old by then is revoked. */
const NEW_KEY_EVERY = 2_000;
const KEYS = 5;

const post = (path, body, headers) => ({ method: "POST", path, body: JSON.stringify(body), headers });
const get = (path, headers) => ({ method: "GET", path, headers });
/** Of many refused from one network the rest is refused unread. */
const fromNetwork = (n) =>
  get("/api/v1/bins", { "x-forwarded-for": `2001:db8:${(n % 65_536).toString(16)}::1` });

/** Asks for everything in turn, at a steady pace, by keys that come and go. */
export class MixedLoad {
  /** How many right answers there were, by what was asked. @type {Map<string, number>} */
  answers = new Map();
  #account;
  #port;
  #unknownKeys;
  /** @type {{ id: string | null, key: string }[]} the newest first */
  #keys;
  #serial = 0;
  #etag = '"none"';
  #isOver = false;
  /** @type {Promise<void>[]} */
  #running = [];

  /** @param {{ port: number, account: { key: string, bin_ids: string[], item_ids: string[] }, unknownKeys: string[] }} on */
  constructor({ port, account, unknownKeys }) {
    this.#unknownKeys = unknownKeys;
    this.#port = port;
    this.#account = account;
    this.#keys = [{ id: null, key: account.key }];
  }

  begin() {
    this.#running = Array.from({ length: CONNECTIONS }, () => this.#run(new Connection(this.#port)));
    for (const running of this.#running) running.catch(() => this.end()); // `end` tells it
  }

  async end() {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  async #run(connection) {
    const acts = Object.entries(this.#acts());
    while (!this.#isOver) {
      const n = this.#serial++;
      const [name, act] = n % NEW_KEY_EVERY === 0 ? ["new key", this.#newKey] : (acts[n % acts.length] ?? []);
      await act?.call(
        this,
        (sketch, status, key) => ask(connection, { sketch, status, key: key ?? this.#key(n) }),
        n,
      );
      this.answers.set(String(name), (this.answers.get(String(name)) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    connection.close();
  }

  #key = (n) => this.#keys[n % this.#keys.length]?.key ?? this.#account.key;

  /** @returns {Record<string, (send: Send, n: number) => Promise<unknown>>} */
  #acts() {
    const { bin_ids, item_ids } = this.#account;
    const bin = (n) => `/api/v1/bins/${bin_ids[n % bin_ids.length]}`;
    return {
      get: (send, n) => send(get(bin(n)), 200),
      list: (send) => send(get("/api/v1/items?limit=20"), 200),
      adjust: (send, n) =>
        send(post(`/api/v1/items/${item_ids[n % item_ids.length]}/adjust`, { delta: n % 2 ? 1 : -1 }), 200),
      "create and delete": async (send, n) => {
        const made = await send(post("/api/v1/bins", { name: `Bench ${n}` }), 201);
        await send({ method: "DELETE", path: `/api/v1/bins/${JSON.parse(bodyOf(made)).id}` }, 200);
      },
      "malformed key": (send, n) =>
        send(fromNetwork(n), 401, this.#account.key.slice(0, -6) + n.toString(36).slice(-6).padStart(6, "0")),
      "unknown key": (send, n) => send(fromNetwork(n), 401, this.#unknownKeys[n % this.#unknownKeys.length]),
      "list known by its tag": async (send) => {
        const path = "/api/v1/locations?limit=20";
        const answer = await send(get(path, { "if-none-match": this.#etag }), [200, 304]);
        this.#etag = /\r\netag: ([^\r]+)/i.exec(answer.toString("latin1"))?.[1] ?? this.#etag;
      },
      "create once": async (send, n) => {
        const made = post("/api/v1/bins", { name: `Bench ${n}` }, { "idempotency-key": `memory-${n}` });
        const key = this.#key(n);
        const [first, again] = [await send(made, 201, key), await send(made, 201, key)];
        const [{ id }, other] = [JSON.parse(bodyOf(first)), JSON.parse(bodyOf(again))];
        if (id !== other.id) throw new Error("An idempotency key made two bins");
        await send({ method: "DELETE", path: `/api/v1/bins/${id}` }, 200);
      },
      search: (send, n) => send(get(`/api/v1/search?q=screw%20${n % 50}`), 200),
    };
  }

  async #newKey(send, n) {
    const { key: manager } = this.#account;
    const scopes = ["bins:read", "bins:write", "bins:delete", "items:read", "items:write", "locations:read"];
    const made = await send(post("/api/v1/api-keys", { name: `Memory ${n}`, scopes }), 201, manager);
    const { id, key } = JSON.parse(bodyOf(made));
    this.#keys = [{ id, key }, ...this.#keys].slice(0, KEYS + 1);
    const old = this.#keys.length > KEYS ? this.#keys.pop() : null;
    // Those who have just taken the old one are answered first.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (old?.id) await send({ method: "DELETE", path: `/api/v1/api-keys/${old.id}` }, 200, manager);
  }
}

/** @typedef {(sketch: import("../contend/works.mjs").Sketch, status: number | number[], key?: string) => Promise<Buffer>} Send */

/** @returns {Promise<Buffer>} */
function ask(connection, { sketch, status, key }) {
  return new Promise((resolve, reject) => {
    const request = wire(sketch, { name: "authorization", value: `Bearer ${key}` });
    connection.send(request, (error, got, answer) => {
      if (error) reject(error);
      else if ([status].flat().includes(got)) resolve(answer);
      else reject(new Error(`${sketch.method} ${sketch.path}: ${got} ${bodyOf(answer)}`));
    });
  });
}
