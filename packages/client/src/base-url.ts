const API = "/api/v1";

/**
 * Where the calls go, without a slash at the end: a server's address with or without `/api/v1`, also below a path.
 * @throws TypeError  it is none, or holds credentials, a query or a fragment
 */
export function apiBase(baseUrl: string | URL): URL {
  const url = parsed(baseUrl);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new TypeError("baseUrl begins with https:// or http://.");
  if (url.username || url.password)
    throw new TypeError("baseUrl holds credentials. The key goes into apiKey.");
  if (/[?#]/.test(url.href)) throw new TypeError("baseUrl is an address without ? and #.");
  const path = url.pathname.replace(/\/+$/, "");
  url.pathname = path.endsWith(API) ? path : path + API;
  return url;
}

/** Its text is not repeated in the error: somebody may have given the key for it. */
function parsed(baseUrl: string | URL): URL {
  try {
    return new URL(baseUrl);
  } catch {
    throw new TypeError("baseUrl is the server's address, such as https://stowage.example.org.");
  }
}

const LOCAL_NAME = /(^|\.)(localhost|local|lan|home|internal|home\.arpa|test)$/;
const PRIVATE_IPV4 =
  /^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_IPV6 = /^\[(::1\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Whether what is sent there can be read on the way by strangers: plain http to what is neither this machine nor a
 * private network. A name without a dot is one of a private network; with one at its end it is a top-level domain, of
 * which some have servers.
 */
export function isOpenToStrangers({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return false;
  if (IPV4.test(hostname)) return !PRIVATE_IPV4.test(hostname);
  if (hostname.startsWith("[")) return !PRIVATE_IPV6.test(hostname);
  return hostname.includes(".") && !LOCAL_NAME.test(hostname.replace(/\.$/, ""));
}
