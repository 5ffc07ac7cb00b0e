import manifest from "../package.json" with { type: "json" };

/** Of the running server, as its manifest says. */
export const VERSION = manifest.version;
