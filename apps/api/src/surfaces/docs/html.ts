const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is HTML already. Everything else that goes into a page is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Html[];

/** Fills HTML with values; what is not {@link Html} itself is escaped, in text and in quoted attributes alike. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  const text = literals.reduce((before, literal, index) => before + filled(parts[index - 1]) + literal);
  return new Html(text);
}

function filled(part: Part | undefined): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return String(part ?? "").replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
}

/** A sentence whose `code` is between backticks. */
export function prose(sentence: string): Html {
  const parts = sentence
    .split("`")
    .map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
  return html`${parts}`;
}
