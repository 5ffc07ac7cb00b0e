/** `/v1/…` and `/api/…` are other names of `/api/v1/…`; everything else stays. */
export function canonicalPath(url: string): string {
  if (/^\/v1(?=[/?]|$)/.test(url)) return `/api${url}`;
  if (/^\/api(?=[/?]|$)/.test(url) && !/^\/api\/v1(?=[/?]|$)/.test(url))
    return `/api/v1${url.slice("/api".length)}`;
  return url;
}
