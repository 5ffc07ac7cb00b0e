import { Badge } from "../../components/ui/badge.tsx";
import { expiryWords } from "./expiry-words.ts";

interface ExpiryMarkProps {
  day: string | null;
  /** A word beside a name: nothing of a day that is still far. */
  isShort?: boolean;
}

/** An item's last day, coloured when it is near or past. */
export function ExpiryMark({ day, isShort = false }: ExpiryMarkProps) {
  if (day === null) return null;
  const { text, tone } = expiryWords(day, new Date());
  if (tone === null) return isShort ? null : text;
  return (
    <Badge tone={tone} {...(isShort && { title: text })}>
      {isShort ? (tone === "danger" ? "Expired" : "Expiring") : text}
    </Badge>
  );
}
