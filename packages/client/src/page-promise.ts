/** One page of a list; `next_cursor` is null on the last one. */
export interface Page<Row> {
  data: Row[];
  /** Of all pages, when asked for with `include_total`. */
  total?: number;
  next_cursor: string | null;
}

/**
 * A list: `await` it for its first page, or walk all of its rows by `for await`, page after page. Nothing is asked for
 * before that. Rows that come or go meanwhile make you miss or repeat none of the others.
 */
export class PagePromise<Row, Whole extends Page<Row> = Page<Row>>
  implements Promise<Whole>, AsyncIterable<Row>
{
  readonly [Symbol.toStringTag] = "PagePromise";
  readonly #load: (cursor: string | null) => Promise<Whole>;
  #first: Promise<Whole> | null = null;

  constructor(load: (cursor: string | null) => Promise<Whole>) {
    this.#load = load;
  }

  /** Walks page by page. */
  async *pages(): AsyncGenerator<Whole, void, undefined> {
    let page = await this.#firstPage();
    yield page;
    while (page.next_cursor !== null) {
      page = await this.#load(page.next_cursor);
      yield page;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise of its first page
  then<Done = Whole, Failed = never>(
    done?: ((page: Whole) => Done | PromiseLike<Done>) | null,
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#firstPage().then(done, failed);
  }

  catch<Failed = never>(
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Whole | Failed> {
    return this.#firstPage().catch(failed);
  }

  finally(settled?: (() => void) | null): Promise<Whole> {
    return this.#firstPage().finally(settled);
  }

  #firstPage(): Promise<Whole> {
    this.#first ??= this.#load(null);
    return this.#first;
  }
}
