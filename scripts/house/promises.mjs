// docs/promises.md against the tests: a promise without a test is a wish.

const PROMISES = "docs/promises.md";
const TEST = /\.(test|spec)\.tsx?$/;
const TITLE = /\b(?:test|describe|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*[`"'][^`"'\n]*/g;

/** @param {{ path: string, text: string }[]} files */
export function promiseProblems(files) {
  const promised = new Set(
    numbersIn(files.find(({ path }) => path === PROMISES)?.text ?? "", /\*\*(K\d+)\*\*/g),
  );
  const tested = new Map();
  for (const { path, text } of files.filter((file) => TEST.test(file.path)))
    for (const title of text.match(TITLE) ?? [])
      for (const number of numbersIn(title, /\b(K\d+)\b/g)) tested.set(number, path);
  if (promised.size === 0) return [`${PROMISES} promises nothing`];
  return [
    ...[...promised]
      .filter((number) => !tested.has(number))
      .map((number) => `${PROMISES}: no test carries ${number} in its name`),
    ...[...tested]
      .filter(([number]) => !promised.has(number))
      .map(([number, path]) => `${path}: ${number} is not in ${PROMISES}`),
  ];
}

function numbersIn(text, pattern) {
  return [...text.matchAll(pattern)].map(([, number]) => number);
}
