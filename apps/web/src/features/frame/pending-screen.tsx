import { RefetchLine } from "../../components/ui/refetch-line.tsx";

/** While a screen's code is on its way, when that takes a noticeable time. */
export function PendingScreen() {
  return (
    <div role="status" aria-label="Loading" className="relative min-h-40">
      <RefetchLine isActive className="fixed top-0 z-30" />
    </div>
  );
}
