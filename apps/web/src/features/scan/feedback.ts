const OK_BUZZ_MS = 60;
const PROBLEM_BUZZ_MS = [80, 60, 80];
const TONES = { ok: 1_050, problem: 220 };
const TONE_S = 0.12;
const LOUDNESS = 0.15;

let audio: AudioContext | null = null;

/** Tells by hand and ear how a scan went, since the eyes are on the thing. Whoever wants less motion is not shaken. */
export function giveFeedback(result: "ok" | "problem", { isLoud }: { isLoud: boolean }): void {
  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!isStill && "vibrate" in navigator) navigator.vibrate(result === "ok" ? OK_BUZZ_MS : PROBLEM_BUZZ_MS);
  if (isLoud) beep(TONES[result]);
}

function beep(hertz: number): void {
  audio ??= new AudioContext();
  // Begun without a press, as after a reload, it sleeps until the reader has touched the page.
  if (audio.state === "suspended") void audio.resume();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.value = LOUDNESS;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE_S);
}
