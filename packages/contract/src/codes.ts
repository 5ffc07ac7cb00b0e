/** Crockford's base32 without I, L, O and U, so that a hand-typed code has no look-alikes. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PAYLOAD_LENGTH = 6;

/** The 32 symbols that a payload is drawn from. */
export const CODE_ALPHABET = ALPHABET;

/** Luhn mod 32: catches any single wrong symbol and nearly every swap of neighbours. */
function checkSymbol(payload: string): string {
  let sum = 0;
  for (let i = payload.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const product = factor * ALPHABET.indexOf(payload.charAt(i));
    sum += Math.floor(product / 32) + (product % 32);
  }
  return ALPHABET.charAt((32 - (sum % 32)) % 32);
}

/** A printable label code: six symbols and their check symbol. */
export function codeFromPayload(payload: string): string {
  if (!new RegExp(`^[${ALPHABET}]{${PAYLOAD_LENGTH}}$`).test(payload))
    throw new RangeError("not a code payload");
  return payload + checkSymbol(payload);
}

/** The canonical code a person or scanner meant (case, spaces, dashes, I/L→1, O→0), or null when it cannot be one. */
export function parseCode(text: string): string | null {
  if (text.includes("_")) return null; // every id has one and no code does, so ids are told at once
  const code = text.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  if (code.length !== PAYLOAD_LENGTH + 1) return null;
  for (const symbol of code) if (!ALPHABET.includes(symbol)) return null;
  return checkSymbol(code.slice(0, PAYLOAD_LENGTH)) === code.at(-1) ? code : null;
}
