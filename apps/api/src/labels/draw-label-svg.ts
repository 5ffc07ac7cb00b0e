import type { LabelLayout } from "./label-layout.ts";

/** The label as a drawing of its own: no script, no style, nothing loaded. Text is the viewer's to set, in any script. */
export function drawLabelSvg({ width, height, image, module, inset, lines }: LabelLayout): string {
  const path = image.runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("");
  const texts = lines.map(
    ({ text, x, baseline, size }) =>
      `<text x="${round(x)}" y="${round(baseline)}" font-size="${round(size)}">${escapeXml(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<path transform="translate(${inset} ${inset}) scale(${module})" shape-rendering="crispEdges" d="${path}"/>`,
    `<g font-family="system-ui, 'DejaVu Sans', sans-serif" text-anchor="middle">${texts.join("")}</g>`,
    "</svg>",
  ].join("\n");
}

const round = (value: number) => Math.round(value * 100) / 100;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Names are anybody's text: none of it is markup, and what XML 1.0 has no room for is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
