/**
 * Works through a list with a few at a time, in order of the list.
 * @template Element
 * @param {Element[]} list
 * @param {number} atOnce
 * @param {(element: Element) => Promise<void>} work
 */
export async function eachOf(list, atOnce, work) {
  const queue = [...list];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
