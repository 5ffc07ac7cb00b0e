/** Says what is about to happen. */
export function say(text) {
  process.stdout.write(`\n▸ ${text}\n`);
}

/**
 * Says what went wrong and ends the process.
 * @param {string} text what happened and what to do next
 * @returns {never}
 */
export function fail(text) {
  process.stderr.write(`\n✗ ${text}\n`);
  process.exit(1);
}
