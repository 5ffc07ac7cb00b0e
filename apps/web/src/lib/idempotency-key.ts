/** Names one piece of work, however often it has to be sent; `crypto.randomUUID` is not there on plain http. */
export function newIdempotencyKey(noun: string): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return `${noun}-${Array.from(words, (word) => word.toString(36)).join("-")}`;
}
