import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { firstScreen } from "../../lib/first-screen.ts";

interface LazyPart<Props> {
  (props: Props & { fallback?: ReactNode }): ReactNode;
  /** Fetches the code, so that the part is drawn at once when it is asked for. Never rejects. */
  preload: () => Promise<void>;
}

/** A part that is drawn seldom, with code of its own. `fallback` holds its place while that comes. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  let fetching: Promise<{ default: ComponentType<Props> }> | null = null;
  async function fetchOnce() {
    loaded = await load();
    return { default: loaded };
  }
  /** Code that did not come, as without a network, is asked for again by the next one who wants it. */
  const fetchCode = () => {
    fetching ??= fetchOnce().catch((error: unknown) => {
      fetching = null;
      throw error;
    });
    return fetching;
  };
  function Part({ fallback, ...props }: Props & { fallback?: ReactNode }) {
    // What is there is drawn in the same frame; `lazy` would give way once all the same.
    const [Shown] = useState<ComponentType<object>>(
      () => (loaded ?? lazy(fetchCode)) as ComponentType<object>,
    );
    return (
      <Suspense fallback={fallback}>
        <Shown {...props} />
      </Suspense>
    );
  }
  const preload = async () => {
    await fetchCode().catch(() => {}); // nobody waits for it yet
  };
  return Object.assign(Part, { preload });
}

/**
 * A dialog or a bar whose code comes after the screen that it belongs to. Until it is first asked for there is nothing
 * of it; from then on it stays, so that it can close gently and give the focus back.
 */
export function lazyDialog<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isAsked: (props: Props) => boolean,
): (props: Props) => ReactNode {
  const Part = lazyPart(load);
  return function LazyDialog(props: Props) {
    const [wasAsked, setWasAsked] = useState(false);
    useEffect(() => void firstScreen.then(Part.preload), []);
    const isNow = isAsked(props);
    // The press that asks is answered with a frame first: a dialog or a bar takes longer than that to be made.
    useEffect(
      () => (isNow && !wasAsked ? afterNextFrame(() => setWasAsked(true)) : undefined),
      [isNow, wasAsked],
    );
    return wasAsked ? <Part {...props} /> : null;
  };
}

/** Runs in the frame after the next, when what is drawn now can be seen. @returns what calls it off */
function afterNextFrame(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}
