/** Copies text and answers whether it worked. Without HTTPS the modern way is closed, so an older one is tried. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const opener = document.activeElement;
  const host = opener?.closest("[role=dialog],[role=alertdialog]") ?? document.body;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.style.position = "fixed";
  area.style.opacity = "0";
  // Inside an open dialog, since its focus trap would take the selection back.
  host.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (opener instanceof HTMLElement) opener.focus();
  return isCopied;
}
