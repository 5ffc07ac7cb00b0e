import { Button } from "./button.tsx";

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  onLoad: () => void;
  /** What there is more of: "items". */
  noun: string;
}

/** The end of a list in pages: more on request, and nothing when all of it is there. */
export function LoadMore({ hasMore, isLoading, onLoad, noun }: LoadMoreProps) {
  if (!hasMore) return null;
  return (
    <div className="flex justify-center py-4">
      <Button isBusy={isLoading} onClick={onLoad}>
        {isLoading ? `Loading more ${noun}…` : `Show more ${noun}`}
      </Button>
    </div>
  );
}
