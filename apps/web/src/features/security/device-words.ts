/** What a browser says of itself, as people name it: "Firefox on Windows". Nothing is more than a guess. */
export function deviceWords(userAgent: string | null): string {
  if (userAgent === null || userAgent === "") return "Unknown browser";
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!browser)
    return system ? `A browser on ${system}` : (/^[\w.-]{1,40}/.exec(userAgent)?.[0] ?? "Unknown browser");
  return system ? `${browser} on ${system}` : browser;
}

/** Whether it fits in a pocket. */
export function isHandheld(userAgent: string | null): boolean {
  return userAgent !== null && /iPhone|iPad|Android|Mobile/.test(userAgent);
}

/** In this order, since most claim to be Chrome and Safari too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/Vivaldi\//, "Vivaldi"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
];

/** In this order, since Android claims to be Linux, and phones of Apple to be like Mac OS X. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux|X11/, "Linux"],
];
