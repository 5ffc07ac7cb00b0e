/** `2026-01-02 11:00 Europe/Berlin`: an instant as the clocks of a time zone show it; one that nobody knows counts as UTC. */
export function writtenTime(instant: string, timeZone: string): string {
  const { day, time, zone } = localTime(Date.parse(instant), timeZone);
  return `${day} ${time} ${zone}`;
}

/** The day (`2026-01-02`) and time (`11:00`) that the clocks of a time zone show; one that nobody knows counts as UTC. */
export function localTime(instantMs: number, timeZone: string): { day: string; time: string; zone: string } {
  const { clock, zone } = clockOf(timeZone);
  const [day = "", time = ""] = clock.format(new Date(instantMs)).split(" ");
  return { day, time, zone };
}

/** Swedish writes times as ISO 8601 does. */
function clockOf(zone: string): { clock: Intl.DateTimeFormat; zone: string } {
  try {
    return {
      clock: new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", timeZone: zone }),
      zone,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return clockOf("UTC");
  }
}
