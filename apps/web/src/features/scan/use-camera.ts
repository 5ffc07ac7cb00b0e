import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  type Camera,
  type CameraProblem,
  cameraProblemOf,
  camerasHere,
  isCameraAllowed,
  isCameraPossible,
  openCamera,
} from "./camera.ts";
import { loadCodeReader } from "./code-reader.ts";
import { RepeatGuard } from "./repeat-guard.ts";

/** Pictures looked at: ten a second feel immediate and leave a phone cool. */
const LOOK_EVERY_MS = 100;

export interface CameraState {
  video: RefObject<HTMLVideoElement | null>;
  state: "off" | "starting" | "on" | CameraProblem;
  stream: MediaStream | null;
  cameras: readonly Camera[];
  cameraId: string | null;
  start: (id?: string | null) => void;
  stop: () => void;
}

/** The phone's camera, looked through for codes for as long as it is on; off with the screen. */
export function useCamera(onCode: (code: string) => void): CameraState {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState["state"]>(() => (isCameraPossible() ? "off" : "insecure"));
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  const [cameraId, setCameraId] = useState<string | null>(null);
  const wanted = useRef(0);
  const found = useEffectEvent(onCode);

  async function start(id: string | null): Promise<void> {
    const turn = ++wanted.current;
    // Many phones open one camera at a time.
    if (stream) endOf(stream);
    setStream(null);
    setState("starting");
    let opened: MediaStream | null = null;
    try {
      const reader = loadCodeReader();
      reader.catch(() => null); // told below, unless there is no camera either
      opened = await openCamera(id);
      await reader;
      const others = await camerasHere();
      if (turn !== wanted.current) return endOf(opened);
      setStream(opened);
      setCameraId(opened.getVideoTracks()[0]?.getSettings().deviceId ?? id);
      setCameras(others);
      setState("on");
    } catch (error) {
      if (opened) endOf(opened);
      if (turn !== wanted.current) return;
      setCameraId(null);
      setState(opened ? "unreadable" : cameraProblemOf(error));
    }
  }
  const stop = () => {
    wanted.current++;
    setStream(null);
    setState("off");
  };

  const startIfAllowed = useEffectEvent(async () => {
    if (isCameraPossible() && (await isCameraAllowed())) void start(null);
  });
  useEffect(() => {
    void startIfAllowed();
    return () => {
      wanted.current++;
    };
  }, []);

  /** Unplugged, or taken by a call. */
  const lost = useEffectEvent(() => {
    setStream(null);
    setState("busy");
  });
  useEffect(() => {
    const element = video.current;
    if (!stream || !element) return;
    for (const track of stream.getVideoTracks())
      track.addEventListener("ended", () => lost(), { once: true });
    element.srcObject = stream;
    void element.play().catch(() => null); // interrupted by the next stream, or by leaving
    const stopLooking = lookForCodes(element, (code) => found(code));
    return () => {
      stopLooking();
      endOf(stream);
    };
  }, [stream]);

  return { video, state, stream, cameras, cameraId, start: (id = cameraId) => void start(id), stop };
}

function endOf(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Looks at picture after picture; one that cannot be read is passed over. @returns the way to stop */
function lookForCodes(video: HTMLVideoElement, onCode: (code: string) => void): () => void {
  const guard = new RepeatGuard();
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;
  async function look(): Promise<void> {
    const reader = await loadCodeReader();
    const next = async () => {
      const isReadable = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden;
      const codes = isReadable ? await reader.detect(video).catch(() => []) : [];
      if (isOver) return;
      for (const { rawValue } of codes) if (guard.isNew(rawValue, performance.now())) onCode(rawValue);
      timer = setTimeout(() => void next(), LOOK_EVERY_MS);
    };
    await next();
  }
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
