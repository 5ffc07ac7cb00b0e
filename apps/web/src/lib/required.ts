/** A check for `validators.onSubmit` of a text field: says `message` when there is nothing but space. */
export const required =
  (message: string) =>
  ({ value }: { value: string }): string | undefined =>
    value.trim() === "" ? message : undefined;
