import { ConnectionError } from "./errors.ts";

const BROKEN = "The connection broke before the whole file was there.";

/** A file or a stream of text as it comes; read it once, by whichever of these. */
export class FileAnswer {
  /** The bytes as they come. An error on the way is the runtime's own. */
  readonly body: ReadableStream<Uint8Array>;
  /** Such as `image/png`. */
  readonly contentType: string;
  /** What the server would call the file, as a name that every file system takes, without any folder; null when it does not say. */
  readonly filename: string | null;
  readonly #response: Response;

  constructor(response: Response) {
    this.#response = response;
    this.body = response.body ?? new Blob().stream();
    this.contentType = response.headers.get("content-type") ?? "application/octet-stream";
    this.filename = harmlessName(
      response.headers.get("content-disposition")?.match(/filename="([^"]*)"/)?.[1] ?? "",
    );
  }

  /** @throws ConnectionError  it broke off */
  blob(): Promise<Blob> {
    return this.#response.blob().catch(brokeOff);
  }

  /** @throws ConnectionError  it broke off */
  text(): Promise<string> {
    return this.#response.text().catch(brokeOff);
  }

  /** @throws ConnectionError  it broke off */
  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.#response.arrayBuffer().catch(brokeOff));
  }
}

const FILENAME_LENGTH_MAX = 200;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The last step of a path, in plain letters; null when it is a device or nothing is left. It hides no file. */
function harmlessName(named: string): string | null {
  const plain = named.replace(/^.*[/\\]/s, "").replace(/[^A-Za-z0-9 ._()+-]/gu, "_");
  const name = plain.slice(-FILENAME_LENGTH_MAX).replace(/^[ .]+|[ .]+$/g, "");
  return name === "" || DEVICE.test(name) ? null : name;
}

function brokeOff(cause: unknown): never {
  throw new ConnectionError(BROKEN, { cause });
}
