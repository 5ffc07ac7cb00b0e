import { operationsOf } from "./operations.mjs";
import { PythonHints } from "./python-hints.mjs";
import { operationsModule } from "./python-operations.mjs";
import { shapesModule } from "./python-shapes.mjs";

const PACKAGE = "packages/client-python/src/stowage";

/**
 * The parts of the Python client that follow from the document: its version, its shapes, and a method for each operation.
 * @param {any} document
 * @returns {Map<string, string>} path → text
 */
export function pythonClient(document) {
  const operations = operationsOf(document);
  const hints = new PythonHints(document);
  // Twice: what is hinted at has its name only once all that is hinted at is known.
  operationsModule(document, operations, hints);
  shapesModule(document, hints);
  hints.nameAll();
  const version = document.info.version;
  return new Map([
    [`${PACKAGE}/_version.py`, `"""Written by \`npm run gen api\`."""\n\nVERSION = "${version}"\n`],
    [`${PACKAGE}/_generated_operations.py`, operationsModule(document, operations, hints)],
    [`${PACKAGE}/_generated_shapes.py`, shapesModule(document, hints)],
  ]);
}
