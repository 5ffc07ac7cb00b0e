// Runs before the first paint, so that the page never flashes in the other theme. Mirrors src/lib/theme.ts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem("stowage.theme");
  } catch {
    // Storage may be blocked; the system's theme is the answer then.
  }
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isDark = choice === "dark" || (choice !== "light" && prefersDark);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
})();
