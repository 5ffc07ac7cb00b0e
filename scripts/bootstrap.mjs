#!/usr/bin/env node
// The one entry behind `npm start`, `npm test`, `npm run dev` and the rest. It needs Node and the npm that ships
// with it; everything else it fetches. This file keeps to syntax that an old Node still parses, so that such a Node
// gets the sentence below and not a SyntaxError.
const [major, minor] = process.versions.node.split(".").map(Number);
const isSupported = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);

if (isSupported) {
  import("./bootstrap/commands.mjs").then(({ runCommand }) => runCommand(process.argv.slice(2)));
} else {
  process.stderr.write(
    `\n✗ Node ${process.versions.node} cannot run Stowage: it needs 20.19 or newer, 22.13 or newer, or 24 (recommended).\n`,
  );
  process.exit(1);
}
