import { ImageUp } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { loadCodeReader } from "./code-reader.ts";

const NONE_FOUND = "No code was found in it. Go closer, and keep the light even.";
const NOT_READ = "The picture could not be read.";

/** Reads the codes in one picture: what a page without a live camera can still do. A phone takes it there and then. */
export function PictureButton({ onCode }: { onCode: (code: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function read(picture: File): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    try {
      const found = await (await loadCodeReader()).detect(picture);
      if (found.length === 0) setProblem(NONE_FOUND);
      for (const code of new Set(found.map(({ rawValue }) => rawValue))) onCode(code);
    } catch {
      setProblem(NOT_READ);
    }
    setIsBusy(false);
  }

  return (
    <div className="flex flex-col items-center gap-2">
      <input
        ref={file}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="A picture of a code"
        onChange={({ target }) => {
          const [picture] = target.files ?? [];
          // The same picture may be chosen again.
          if (picture) void read(picture).then(() => (target.value = ""));
        }}
      />
      <Button isBusy={isBusy} onClick={() => file.current?.click()}>
        <ImageUp aria-hidden />
        Scan a picture
      </Button>
      {problem ? (
        <p role="status" className="max-w-xs text-ui text-danger-ink">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
