import { fileURLToPath } from "node:url";
import { bundleServer } from "./build/bundle-server.mjs";

await bundleServer(fileURLToPath(new URL("dist/server", import.meta.url)));
