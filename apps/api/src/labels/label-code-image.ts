import { encode } from "uqr";

/** Modules of white that a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as runs of dark modules, its white edge included in `size`. */
export interface CodeImage {
  size: number;
  runs: readonly { x: number; y: number; length: number }[];
}

/** What any phone's camera opens. */
export const labelUrl = (publicUrl: string, code: string): string => `${publicUrl}/c/${code}`;

/** The code that leads to an address. Level M bears a scratched label: 15 % of it may be gone. */
export function codeImage(url: string): CodeImage {
  const { size, data } = encode(url, { ecc: "M", border: QUIET_ZONE });
  return { size, runs: data.flatMap((row, y) => runsOf(row).map(([x, length]) => ({ x, y, length }))) };
}

function runsOf(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
