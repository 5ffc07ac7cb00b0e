const WIDTH = 32;

/** A bar on a terminal; on anything else one line a tenth, so that a log stays readable. */
export function progressBar(output, label, total) {
  let done = 0;
  let lastTenth = -1;
  const draw = () => {
    const share = total === 0 ? 1 : done / total;
    if (output.isTTY) {
      const filled = Math.round(share * WIDTH);
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
      output.write(
        `\r${label} ${bar} ${String(done).padStart(String(total).length)}/${total}${done === total ? "\n" : ""}`,
      );
    } else if (Math.floor(share * 10) > lastTenth) {
      lastTenth = Math.floor(share * 10);
      output.write(`${label} ${done}/${total}\n`);
    }
  };
  draw();
  return {
    /** @param {number} [by] */
    step(by = 1) {
      done += by;
      draw();
    },
  };
}
