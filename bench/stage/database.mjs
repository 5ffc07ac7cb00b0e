// The PostgreSQL that all contenders share, with the settings that Stowage ships, in a process of its own so that it can
// be kept off the server's core: node --import tsx bench/stage/database.mjs <folder>
import { startEmbeddedPostgres } from "@stowage/db/embedded/embedded-postgres";

const quiet = () => {};
const log = { info: quiet, warn: console.error, error: console.error, debug: quiet };
const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], log });
process.send?.({ socket_dir: postgres.socketDir });
const stop = () => void postgres.stop().then(() => process.exit(0));
process.on("SIGTERM", stop);
