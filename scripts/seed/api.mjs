/** Longest single wait for a rate limit before the seed gives up: the hour window can ask for that much. */
const WAIT_MAX_SECONDS = 120;

/**
 * One call of the REST API. Waits out 429 and 503 as their `Retry-After` says; any other refusal throws the problem's
 * own sentence.
 * @param {{ url: string, headers: Record<string, string> }} api
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body] Sent as JSON.
 * @returns {Promise<{ answer: any, response: Response }>}
 */
export async function callApi({ url, headers }, method, path, body) {
  for (;;) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((error) => {
      throw new Error(
        `No answer from ${url}. Is Stowage running? Start it with npm start. (${error.cause?.code ?? error.message})`,
      );
    });
    /** @type {any} */
    const answer = await response.json();
    if (response.ok) return { answer, response };
    const wait = Number(response.headers.get("retry-after"));
    if ((response.status === 429 || response.status === 503) && wait > 0 && wait <= WAIT_MAX_SECONDS) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      continue;
    }
    throw new Error(`${method} ${path}: ${answer.detail} (${answer.code}, request ${answer.request_id})`);
  }
}
