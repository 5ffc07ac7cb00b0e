// Loaded ahead of the server whose memory is watched (`node --import`): says on request what it holds, after a collection
// if that is asked for and Node.js was started with `--expose-gc`.
process.on("message", (message) => {
  if (message === "collect") globalThis.gc?.();
  if (message !== "memory" && message !== "collect") return;
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  process.send?.({ memory: { rss, heapUsed, external, arrayBuffers } });
});
