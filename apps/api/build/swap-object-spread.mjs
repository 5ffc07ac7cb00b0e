import { readFile } from "node:fs/promises";

// tRPC's build ships object spread as a helper that defines every property one by one, on the path of every call.
// Object.assign makes the same objects about six times as fast. It differs for one key: assigning `__proto__` sets
// the prototype, so a source that owns one (JSON may) is spread natively.
const FAST_SPREAD = `function _objectSpread2(target) {
	for (let i = 1; i < arguments.length; i++) {
		const source = arguments[i];
		if (source != null && Object.hasOwn(source, "__proto__")) target = { ...target, ...source };
		else Object.assign(target, source);
	}
	return target;
}`;
const SLOW_SPREAD = /^function _objectSpread2\(e\) \{\n[\s\S]*?\n\}/gm;
const EXPECTED = 1;

/**
 * An esbuild plugin that swaps the helper in `@trpc/server`. The build fails unless exactly one was swapped, so an
 * update of tRPC that moves or renames it is noticed.
 */
export const swapObjectSpread = {
  name: "swap-object-spread",
  setup(build) {
    let swapped = 0;
    build.onStart(() => {
      swapped = 0;
    });
    build.onLoad({ filter: /[\\/]@trpc[\\/]server[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => {
      const contents = (await readFile(path, "utf8")).replace(SLOW_SPREAD, () => {
        swapped += 1;
        return FAST_SPREAD;
      });
      return { contents, loader: "js" };
    });
    build.onEnd(() =>
      swapped === EXPECTED
        ? undefined
        : { errors: [{ text: `@trpc/server: swapped ${swapped} object spread helpers, not ${EXPECTED}` }] },
    );
  },
};
