/** Ends a dry run: the transaction is rolled back, and so are the labels that it took. */
export class DryRun<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super("a dry run ends here");
    this.result = result;
  }
}
