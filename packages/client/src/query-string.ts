/** `?a=1&b=x&b=y`: lists are repeated, what is undefined is left out. Empty when nothing is left. */
export function queryString(query: object): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) written.append(name, String(one));
  const text = written.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * A value as one step of a path, whatever is in it.
 * @throws TypeError  it is empty, or would name another path: `.` and `..` are steps of their own in any spelling
 */
export function segment(value: string): string {
  if (typeof value !== "string" || /^\.{0,2}$/.test(value))
    throw new TypeError("An id or code is missing: it is empty, or no text.");
  return encodeURIComponent(value);
}
