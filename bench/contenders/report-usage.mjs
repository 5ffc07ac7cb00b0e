// Loaded ahead of each process of the benchmark (`node --import`): says on request what it has used, on any platform, and
// ends with the benchmark.
process.on("message", (message) => {
  if (message !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ usage: { cpu_us: user + system, rss_bytes: process.memoryUsage.rss() } });
});
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
