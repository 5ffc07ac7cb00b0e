import { textOf } from "./project.mjs";
import { withImport } from "./shapes.mjs";

/** The feature's table of contents with one more line, or a new one. */
export function withEntry(noun, { verb, camel }) {
  const before =
    noun.router ??
    `import { router } from "../../trpc/procedures.ts";\n\nexport const ${noun.camel}Router = router({});\n`;
  return withImport(before, camel, `./${verb}.ts`).replace(
    /= router\(\{([\s\S]*?),?\s*\}\);/,
    (_, entries) => `= router({ ${[entries.trim(), camel].filter(Boolean).join(", ")} });`,
  );
}

const ALL = "apps/api/src/trpc/router.ts";
const TAGS = "apps/api/src/surfaces/docs/tags.ts";

/**
 * What lists all nouns, with one more: the router of all features, and the chapters of the reference.
 * @returns {[path: string, text: string][]}
 */
export function withFeature(noun) {
  const { camel, plural, singular } = noun;
  const all = withImport(textOf(ALL), `${camel}Router`, `../features/${noun.noun}/router.ts`);
  const tag = noun.noun.replaceAll("-", "_").toUpperCase();
  const name = plural.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const words = `const ${tag}: Tag = { name: "${name}", description: "Every ${singular.replaceAll("-", " ")} there is." };`;
  return [
    [ALL, all.replace(/,?\s*\}\);\n/, `,\n  ${camel}: ${camel}Router,\n});\n`)],
    [
      TAGS,
      textOf(TAGS)
        .replace(/\n\/\*\* The tag of each noun/, `${words}\n$&`)
        .replace(/\n\} satisfies/, `\n  ${camel}: ${tag},$&`)
        .replace(/(TAGS: readonly Tag\[\] = \[[^\]]*)\]/, `$1  ${tag},\n]`),
    ],
  ];
}
