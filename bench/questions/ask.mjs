import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * One request over a connection that stays open, and the time until its whole answer was there.
 * @param {string} url
 * @param {{ method?: string, path: string, key?: string | undefined, body?: unknown }} question
 * @returns {Promise<{ ms: number, status: number, text: string }>}
 */
export function ask(url, { method = "GET", path, key, body }) {
  const payload = body === undefined ? null : JSON.stringify(body);
  const headers = {
    ...(key && { authorization: `Bearer ${key}` }),
    ...(payload && { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }),
  };
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const asking = request(`${url}${path}`, { agent, method, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const ms = performance.now() - startedAt;
        resolve({ ms, status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    asking.on("error", reject);
    asking.end(payload);
  });
}
