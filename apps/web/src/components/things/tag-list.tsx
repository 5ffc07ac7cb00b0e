import { Badge } from "../ui/badge.tsx";

/** Letters that fit into a column of tags; each tag costs some for its edges. */
const LETTERS_SHOWN = 15;
const EDGE_LETTERS = 3;

/** The tags of a row: as many as there is room for, and how many more. */
export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  const count = fittingCount(tags);
  return (
    <span className="flex gap-1 overflow-hidden" title={tags.join(", ")}>
      {tags.slice(0, count).map((tag) => (
        <Badge key={tag} className="min-w-8 shrink truncate">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {tags.length > count ? <Badge className="shrink-0">+{tags.length - count}</Badge> : null}
    </span>
  );
}

/** One at least. */
function fittingCount(tags: readonly string[]): number {
  let letters = 0;
  const over = tags.findIndex((tag) => {
    letters += tag.length + EDGE_LETTERS;
    return letters > LETTERS_SHOWN;
  });
  return over === -1 ? tags.length : Math.max(1, over);
}
