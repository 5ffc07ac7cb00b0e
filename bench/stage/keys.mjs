// Makes API keys as the server makes them, without a server: node --import tsx bench/stage/keys.mjs. Through the API, each
// would wait for the one before. Needs DATABASE_URL and APP_SECRET; told over IPC what to make.
import { createKeyFormat } from "@stowage/auth/key-format";
import { newKeySecret } from "@stowage/auth/key-store";
import { derivePepper } from "@stowage/auth/pepper";
import { newId } from "@stowage/db/new-id";
import postgres from "postgres";

/** Keys of one statement. */
const BATCH = 500;

const format = createKeyFormat();
const peppers = { current: derivePepper(process.env.APP_SECRET ?? ""), previous: null };
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1 });

/** Keys of the right form that nobody has. @param {number} count */
const mint = (count) => Array.from({ length: count }, () => format.mint("live"));

/** Copies a key that there is, with secrets of their own: a MAC, and an Argon2id hash with a salt of its own. */
async function copyKey(/** @type {{ id: string, count: number }} */ { id, count }) {
  const made = [];
  while (made.length < count) {
    const length = Math.min(BATCH, count - made.length);
    const secrets = await Promise.all(
      Array.from({ length }, () => newKeySecret({ format, peppers, environment: "live" })),
    );
    const keys = [];
    const proofs = [];
    for (const { mac, phc, prefix } of secrets) {
      const api_key_id = newId("api_key");
      keys.push({ id: api_key_id, prefix });
      proofs.push({ id: newId("api_key_secret"), api_key_id, mac, phc, prefix });
    }
    await sql`insert into api_keys select copy.* from api_keys model, jsonb_array_elements(${sql.json(keys)}) own,
      lateral jsonb_populate_record(model, own) copy where model.id = ${id}`;
    await sql`insert into api_key_secrets select copy.* from api_key_secrets model,
      jsonb_array_elements(${sql.json(proofs)}) own, lateral jsonb_populate_record(model, own) copy
      where model.api_key_id = ${id}`;
    made.push(...secrets.map(({ key }) => key));
  }
  await sql`analyze api_keys, api_key_secrets`;
  return made;
}

process.on("message", (/** @type {any} */ message) => {
  if (message.mint) return process.send?.({ keys: mint(message.mint) });
  if (!message.copy) return;
  copyKey(message.copy).then(
    (keys) => process.send?.({ keys }),
    (error) => process.send?.({ error: String(error) }),
  );
});
process.send?.({ ready: true });
