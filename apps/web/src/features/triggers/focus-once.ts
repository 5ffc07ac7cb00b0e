/** As the `ref` of what somebody just added: puts the cursor there. React calls it once, as it is always the same. */
export function focusOnce(control: HTMLElement | null): void {
  control?.focus();
}
