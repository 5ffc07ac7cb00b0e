import { ArrowUp } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";

/** Says that the list goes on above, to somebody who is further down; going there shows it. */
export function NewActivity({ count }: { count: number }) {
  return (
    <div role="status" className="sticky top-[calc(var(--frame-top)+2.5rem)] z-6 flex h-0 justify-center">
      {count === 0 ? null : (
        <Button className="shadow-popup" onClick={toTop}>
          <ArrowUp aria-hidden />
          {count} new
        </Button>
      )}
    </div>
  );
}

/** The button goes once it was pressed, so the focus goes to where the list begins. */
function toTop(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}
