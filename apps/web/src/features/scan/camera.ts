/** Why nothing is read. `insecure`: browsers give a camera to https and localhost alone. `unreadable`: no reader came. */
export type CameraProblem = "denied" | "missing" | "busy" | "insecure" | "unreadable";

export interface Camera {
  id: string;
  label: string;
}

/** @param id  the camera; null for the one that looks away from the reader */
export async function openCamera(id: string | null): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      width: { ideal: 1_280 },
      height: { ideal: 720 },
      ...(id === null ? { facingMode: { ideal: "environment" } } : { deviceId: { exact: id } }),
    },
  });
}

/** Whether the browser lets a page of this address have a camera at all. */
export const isCameraPossible = () => window.isSecureContext && navigator.mediaDevices !== undefined;

export function cameraProblemOf(error: unknown): CameraProblem {
  if (!isCameraPossible()) return "insecure";
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "missing";
}

/** Their names are told only once the reader has allowed one of them. */
export async function camerasHere(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `Camera ${index + 1}` }));
}

export const hasTorch = (stream: MediaStream): boolean =>
  stream.getVideoTracks().some((track) => "torch" in (track.getCapabilities?.() ?? {}));

export async function setTorch(stream: MediaStream, isOn: boolean): Promise<void> {
  const torch = { torch: isOn } as MediaTrackConstraintSet; // not in the DOM's types
  for (const track of stream.getVideoTracks()) await track.applyConstraints({ advanced: [torch] });
}

/** Whether the reader allowed it before, so that it may begin by itself. Some browsers do not tell. */
export async function isCameraAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: "camera" });
    return state === "granted";
  } catch {
    return false;
  }
}
