/** `2026-01-02 11:00 Europe/Berlin`: an instant as the clocks of a time zone show it; one that nobody knows counts as UTC. */
export function writtenTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  try {
    return `${clockOf(timeZone).format(at)} ${timeZone}`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `${clockOf("UTC").format(at)} UTC`;
  }
}

/** Swedish writes times as ISO 8601 does. @throws RangeError for an unknown zone */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", timeZone });
}
