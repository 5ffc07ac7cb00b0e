/** Cells that a spreadsheet would run as a formula, once it has trimmed them, and those that look escaped already. */
const DANGEROUS = /^(?:['\t\r]|\s*[=+\-@＝＋－＠])/;

/** The text of a cell that no spreadsheet runs: what could be a formula gets a leading apostrophe (OWASP, CSV injection). */
export function formulaSafe(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link formulaSafe} off again; one that is the text's own stays. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
