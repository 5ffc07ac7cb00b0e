import { Camera, CameraOff, Flashlight, FlashlightOff } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Select } from "../../components/ui/select.tsx";
import { type CameraProblem, hasTorch, setTorch } from "./camera.ts";
import { PictureButton } from "./picture-button.tsx";
import { type CameraState, useCamera } from "./use-camera.ts";

const PROBLEM_WORDS: Record<CameraProblem, { title: string; text: string }> = {
  denied: {
    title: "The camera is not allowed",
    text: "Allow it for this page in the browser's settings, next to the address, and try again.",
  },
  missing: { title: "No camera was found", text: "A scanner that types works, and so does typing a code." },
  busy: {
    title: "The camera is not free",
    text: "Another app or tab may have it. Close that and try again.",
  },
  insecure: {
    title: "No live camera on this address",
    text: "Browsers give it to https pages alone, and this one came by http. A picture works here, and so does a scanner that types.",
  },
  unreadable: {
    title: "The code reader did not load",
    text: "It comes from this server. Check the connection and try again.",
  },
};

/** The camera's picture with the way to start it, choose another one and light it. */
export function CameraPanel({ onCode }: { onCode: (code: string) => void }) {
  const camera = useCamera(onCode);
  const isOn = camera.state === "on";
  return (
    <section aria-label="Camera" className="overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="relative aspect-[4/3] max-h-[45dvh] max-lg:max-h-[28dvh] w-full">
        <video
          ref={camera.video}
          muted
          playsInline
          aria-label="What the camera sees"
          className={isOn ? "size-full object-cover" : "hidden"}
        />
        {isOn ? (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-[12%] rounded-xl border-2 border-white/80 shadow-raised"
          />
        ) : (
          <CameraNote camera={camera} onCode={onCode} />
        )}
      </div>
      {isOn ? <CameraBar camera={camera} /> : null}
    </section>
  );
}

function CameraNote({
  camera: { state, start },
  onCode,
}: {
  camera: CameraState;
  onCode: (code: string) => void;
}) {
  if (state === "starting")
    return (
      <p role="status" className="flex size-full items-center justify-center text-ui text-muted">
        Starting the camera…
      </p>
    );
  const words = state === "off" || state === "on" ? null : PROBLEM_WORDS[state];
  return (
    <div className="flex size-full flex-col items-center justify-center gap-3 px-6 text-center">
      {words ? (
        <div role="alert">
          <CameraOff aria-hidden className="mx-auto mb-2 size-6 text-muted" />
          <p className="text-sm font-semibold">{words.title}</p>
          <p className="mt-1 max-w-xs text-ui text-balance text-muted">{words.text}</p>
        </div>
      ) : (
        <Camera aria-hidden className="size-6 text-muted" />
      )}
      <div className="flex flex-wrap items-start justify-center gap-2">
        {state === "insecure" ? null : (
          <Button
            variant={words ? "secondary" : "primary"}
            size={words ? "md" : "lg"}
            onClick={() => start()}
          >
            {words ? "Try again" : "Start the camera"}
          </Button>
        )}
        {words && state !== "unreadable" ? <PictureButton onCode={onCode} /> : null}
      </div>
    </div>
  );
}

function CameraBar({ camera }: { camera: CameraState }) {
  const { stream, cameras, cameraId } = camera;
  const [isLit, setIsLit] = useState(false);
  const light = (isOn: boolean) => {
    if (stream) void setTorch(stream, isOn).then(() => setIsLit(isOn));
  };
  return (
    <div className="flex items-center gap-2 border-t border-line bg-surface p-2">
      {cameras.length > 1 ? (
        <Select
          aria-label="Camera"
          value={cameraId ?? ""}
          onValueChange={(id) => {
            setIsLit(false);
            camera.start(id);
          }}
          options={cameras.map(({ id, label }) => ({ value: id, label }))}
          className="grow"
        />
      ) : (
        <span className="grow px-1 text-xs text-muted">Hold a code into the frame.</span>
      )}
      {stream && hasTorch(stream) ? (
        <IconButton
          icon={isLit ? FlashlightOff : Flashlight}
          label={isLit ? "Turn the light off" : "Turn the light on"}
          aria-pressed={isLit}
          onClick={() => light(!isLit)}
        />
      ) : null}
      <Button size="sm" onClick={camera.stop}>
        <CameraOff aria-hidden />
        Stop
      </Button>
    </div>
  );
}
