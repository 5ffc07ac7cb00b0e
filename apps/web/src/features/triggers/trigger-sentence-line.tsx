import { ArrowRight } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { ThingName } from "./thing-name.tsx";
import { type Sentenced, type SentencePart, sentenceOf } from "./trigger-sentence.ts";

interface TriggerSentenceLineProps {
  trigger: Sentenced;
  className?: string;
}

/** A trigger as a sentence: "When an item runs low and its tags include “pantry” → post to …". */
export function TriggerSentenceLine({ trigger, className }: TriggerSentenceLineProps) {
  const { when, and, doings } = sentenceOf(trigger);
  return (
    <span className={className}>
      When <Strong>{when}</Strong>
      {and.map((parts, index) => (
        <Fragment key={index}>
          {" and "}
          <Strong>
            <Parts parts={parts} />
          </Strong>
        </Fragment>
      ))}{" "}
      <ArrowRight role="img" aria-label="then" className="inline size-3.5 -translate-y-px text-faint" />{" "}
      {doings.map((words, index) => (
        <Fragment key={index}>
          {index > 0 ? " and " : null}
          <Strong>{words}</Strong>
        </Fragment>
      ))}
    </span>
  );
}

function Parts({ parts }: { parts: readonly SentencePart[] }) {
  return parts.map((part, index) =>
    typeof part === "string" ? part : <ThingName key={index} id={part.id} />,
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <span className="font-medium text-ink">{children}</span>;
}
