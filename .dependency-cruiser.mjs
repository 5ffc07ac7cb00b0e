// Which module may import which; `scripts/check-boundaries.mjs` runs it.

/** Also the story that the examples of the document are, and what is made of it: they play on a server of the tests. */
const TESTS =
  "(\\.test\\.tsx?|/src/testing/.+|/surfaces/(docs/examples|differential)/.+|/vitest\\.config\\.ts)$";
const npm = (...names) => `(^|/)node_modules/(${names.join("|")})/`;

/** Workspace code that a package may not reach: everything beside itself and what is named. */
const onlyUses = (folder, ...uses) => ({
  name: `${folder.replace("/", "-")}-imports-only-${uses.join("-and-").replaceAll("/", "-") || "itself"}`,
  comment: "contract ◄ db ◄ auth ◄ api",
  severity: "error",
  from: { path: `^${folder}/` },
  to: { path: "^(apps|packages|e2e)/", pathNot: [folder, ...uses].map((name) => `^${name}/`) },
});

/** A layer of the web app may import the layers below it. */
const webLayer = (layer, ...above) => ({
  name: `web-${layer}-imports-downwards`,
  comment: "routes → features → components → lib",
  severity: "error",
  from: { path: `^apps/web/src/${layer}/`, pathNot: TESTS },
  to: { path: `^apps/web/src/(${above.join("|")})/` },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment: "An import that resolves to nothing would escape every other rule.",
      severity: "error",
      from: {},
      // A program for the browser, whose address the build fills in; it fails where there is no such file.
      to: { couldNotResolve: true, pathNot: "\\.wasm\\?url$" },
    },

    onlyUses("packages/contract"),
    onlyUses("packages/db", "packages/contract"),
    onlyUses("packages/auth", "packages/contract", "packages/db"),
    onlyUses("packages/client"),
    onlyUses("packages/cli", "packages/contract", "packages/auth", "packages/client"),
    // The client library and the command line are tested where a server is at hand.
    onlyUses(
      "apps/api",
      "packages/contract",
      "packages/db",
      "packages/auth",
      "packages/client",
      "packages/cli",
    ),
    onlyUses("apps/web", "packages/contract", "apps/api"),
    onlyUses("e2e"),
    {
      name: "web-imports-only-types-of-the-api",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^apps/api/", dependencyTypesNot: ["type-only"] },
    },
    webLayer("features", "routes"),
    webLayer("components", "routes", "features"),
    webLayer("lib", "routes", "features", "components"),

    {
      name: "contract-imports-only-zod",
      severity: "error",
      from: { path: "^packages/contract/", pathNot: TESTS },
      to: { pathNot: ["^packages/contract/", npm("zod")] },
    },
    {
      name: "auth-knows-no-http",
      severity: "error",
      from: { path: "^packages/auth/" },
      to: { path: [npm("fastify", "@fastify/[^/]+", "@trpc/[^/]+"), "^(node:)?https?2?$"] },
    },
    {
      name: "lucia-only-in-sessions",
      comment: "Its author has retired it: the day it is replaced, one file changes.",
      severity: "error",
      from: { pathNot: "^packages/auth/src/sessions\\.ts$" },
      to: { path: npm("lucia", "@lucia-auth/[^/]+") },
    },
    {
      name: "nodemailer-only-in-mailer",
      severity: "error",
      from: { pathNot: "^apps/api/src/mail/mailer\\.ts$" },
      to: { path: npm("nodemailer"), pathNot: npm("smtp-server") },
    },
    {
      name: "pg-boss-only-in-jobs",
      severity: "error",
      from: { pathNot: "^packages/db/src/jobs\\.ts$" },
      to: { path: npm("pg-boss") },
    },
    {
      name: "argon2-only-in-auth",
      severity: "error",
      from: { pathNot: "^packages/auth/" },
      to: { path: npm("@node-rs/argon2[^/]*") },
    },
    {
      name: "features-share-only-store-and-policy",
      severity: "error",
      from: { path: "^apps/api/src/features/([^/]+)/", pathNot: TESTS },
      to: {
        path: "^apps/api/src/features/",
        pathNot: ["^apps/api/src/features/$1/", "^apps/api/src/features/[^/]+/(store|policy)\\.ts$"],
      },
    },
    {
      name: "product-imports-no-test-code",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "product-imports-no-development-dependency",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/(server|client|types|npm)/" },
    // Type imports count too: they are how a server's types could leak into a package.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
    },
  },
};
