import { useLocation } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { useTestMark } from "../../lib/document-title.ts";
import { useMay } from "../../lib/use-may.ts";
import { useFrameOverlays } from "./frame-overlays.ts";
import { useChooseEnvironment } from "./use-choose-environment.ts";

const buttonStyles =
  "inline-flex h-7 shrink-0 items-center rounded-md border border-on-test/45 px-2 font-medium whitespace-nowrap transition-colors focus-visible:outline-on-test coarse:h-9 coarse:px-3";

/** Members, settings and notifications belong to the organization, whatever data one looks at. */
const SHARED = /^\/(settings|notifications)(\/|$)/;

/** On top of every screen of test mode: what is seen and done here is not real, or that it is all the same. */
export function TestBar() {
  const { pathname } = useLocation();
  const isShared = SHARED.test(pathname);
  const choose = useChooseEnvironment();
  const { openRefill } = useFrameOverlays();
  const mayRefill = useMay("items:delete");
  useTestMark();
  return (
    <section
      id="test-bar"
      aria-label="Test mode"
      className="sticky top-0 z-30 flex h-(--frame-top) items-center justify-center gap-x-3 bg-test px-3 text-ui text-on-test sm:gap-x-4"
    >
      <p className="flex min-w-0 items-center gap-2 leading-4">
        <FlaskConical aria-hidden className="size-4 shrink-0" />
        <span>
          {isShared ? (
            <>
              <strong className="font-semibold">Test mode.</strong> This page is real.
            </>
          ) : (
            <>
              <strong className="font-semibold">Test data.</strong> Nothing here is real.
            </>
          )}
        </span>
      </p>
      <div className="flex shrink-0 gap-2">
        {mayRefill ? (
          <button type="button" className={`${buttonStyles} hover:bg-on-test/10`} onClick={openRefill}>
            Refill<span className="max-sm:sr-only">&nbsp;with sample data</span>
          </button>
        ) : null}
        <button
          type="button"
          className={`${buttonStyles} bg-on-test text-test hover:bg-on-test/85`}
          onClick={() => choose("live")}
        >
          Leave<span className="max-sm:sr-only">&nbsp;test mode</span>
        </button>
      </div>
    </section>
  );
}
