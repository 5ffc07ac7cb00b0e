import type { Context } from "../context.ts";
import { write } from "../io.ts";
import { jsonText, told } from "../output/printable.ts";
import { bytesText, ProgressBar } from "../output/progress-bar.ts";
import type { Finding } from "./finding.ts";

const BREATHE_MS = 50;
/** As many are named; the others are counted. */
const SKIPPED_NAMED = 20;

/** Counts what a scan looked at, and tells what it found and what it left out. */
export class Tally {
  found = 0;
  /** Something could not be looked at that should have been. */
  hasMissed = false;
  readonly #context: Context;
  readonly #progress: ProgressBar;
  readonly #startedAt = performance.now();
  readonly #skipped: { path: string; why: string }[] = [];
  /** For the one document that --json is. */
  readonly #all: Finding[] = [];
  #breathedAt = performance.now();
  #bytes = 0;
  #files = 0;
  #objects = 0;

  constructor(context: Context) {
    this.#context = context;
    this.#progress = new ProgressBar(context, (done) => `${bytesText(done)} looked at`);
  }

  looked({ bytes = 0, files = 0, objects = 0 }: { bytes?: number; files?: number; objects?: number }): void {
    this.#bytes += bytes;
    this.#files += files;
    this.#objects += objects;
    if (bytes > 0) this.#progress.draw(this.#bytes);
  }

  skipped(path: string, why: string, isMissed = false): void {
    this.#skipped.push({ path, why });
    this.hasMissed ||= isMissed;
  }

  /** Whether Ctrl-C has waited long enough to be heard. */
  isTimeToBreathe(): boolean {
    const now = performance.now();
    if (now - this.#breathedAt < BREATHE_MS) return false;
    this.#breathedAt = now;
    return true;
  }

  async tell(findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    this.#progress.end();
    this.found += findings.length;
    if (this.#form !== "json")
      await this.#context.print(findings.map((one) => `${this.#line(one)}\n`).join(""));
    else this.#all.push(...findings);
  }

  /** Lines in a pipe too, as grep writes them: they are read in the logs of builds. */
  get #form(): "lines" | "json" | "ndjson" {
    const { ndjson, json } = this.#context.options;
    return ndjson ? "ndjson" : json ? "json" : "lines";
  }

  #line(finding: Finding): string {
    if (this.#form === "ndjson") return jsonText(finding);
    const { path, line, column, prefix, environment, commit, object } = finding;
    const named = path ?? (commit ? "message of the commit" : `object ${object}`);
    const where = commit ? ` in commit ${commit.slice(0, 12)}` : "";
    return told`${named}:${line}:${column}${where}: ${prefix} (${environment})`;
  }

  async end(): Promise<void> {
    this.#progress.end();
    const context = this.#context;
    const seconds = ((performance.now() - this.#startedAt) / 1_000).toFixed(1);
    const looked = [
      `${this.#files} files`,
      ...(this.#objects > 0 ? [`${this.#objects} objects of Git`] : []),
      bytesText(this.#bytes),
    ].join(", ");
    if (this.#form === "json")
      await context.printJson({
        findings: this.#all,
        files: this.#files,
        objects: this.#objects,
        bytes: this.#bytes,
        skipped: this.#skipped,
      });
    // Not with --quiet, but for what was missed: "clean" would be a lie then.
    const isTold = !context.options.quiet || this.hasMissed;
    if (!isTold) return;
    const lines = this.#skipped
      .slice(0, SKIPPED_NAMED)
      .map(({ path, why }) => told`Skipped ${path}: ${why}\n`);
    const more = this.#skipped.length - SKIPPED_NAMED;
    if (more > 0) lines.push(`Skipped ${more} more; --json names them all.\n`);
    const keys = this.found === 1 ? "1 key" : `${this.found} keys`;
    await write(context.io.stderr, `${lines.join("")}Looked at ${looked} in ${seconds} s: ${keys} found.\n`);
  }
}
