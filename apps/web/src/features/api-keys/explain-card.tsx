import { CodeBlock } from "../../components/ui/code-block.tsx";
import { curlFor } from "../../lib/curl.ts";
import { Card } from "./card.tsx";

/** K27: how a script finds out why a call is refused, or would be. */
export function ExplainCard() {
  return (
    <Card title="Would this call work?">
      <p className="mb-3 text-ui text-muted">
        Ask with the key itself: every check of a call is run in order, without the call and at no cost to the
        rate limit. The first that fails says why.
      </p>
      <CodeBlock
        label="Command"
        code={curlFor("POST /api-keys/explain", { method: "POST", path: "/bins" })}
      />
    </Card>
  );
}
