import { expect, test } from "vitest";
import type { DatabaseState } from "../database-state.ts";
import { silentLog } from "../log.ts";
import type { Postmaster } from "./postmaster.ts";
import { supervise } from "./supervise.ts";

test("a restart that completes after stop was asked for is stopped as well", async () => {
  const first = fakePostmaster();
  const second = fakePostmaster();
  const relaunching = deferred<void>();
  const relaunched = deferred<Postmaster>();
  const supervised = await start([
    () => first,
    () => {
      relaunching.resolve();
      return relaunched.promise;
    },
  ]);
  first.die();
  await relaunching.promise;
  const stopped = supervised.supervisor.stop();
  relaunched.resolve(second);
  await stopped;
  expect(second.isStopped()).toBe(true);
  expect(supervised.states).toEqual(["ready", "restarting", "stopped"]);
});

test("a restart that fails is tried again", async () => {
  const first = fakePostmaster();
  const third = fakePostmaster();
  const supervised = await start([() => first, () => Promise.reject(new Error("no space")), () => third]);
  first.die();
  await expect.poll(() => supervised.states).toEqual(["ready", "restarting", "ready"]);
  await supervised.supervisor.stop();
  expect(third.isStopped()).toBe(true);
});

test("a first start that fails is the caller's to know", async () => {
  await expect(start([() => Promise.reject(new Error("no space"))])).rejects.toThrow("no space");
});

async function start(launches: Array<() => Postmaster | Promise<Postmaster>>) {
  const states: DatabaseState[] = [];
  const supervisor = await supervise({
    launch: async () => {
      const next = launches.shift();
      if (!next) throw new Error("one launch too many");
      return next();
    },
    onStateChange: (state) => states.push(state),
    log: silentLog,
  });
  return { supervisor, states };
}

function fakePostmaster() {
  const exited = deferred<void>();
  let isStopped = false;
  return {
    pid: 1,
    exited: exited.promise,
    die: exited.resolve,
    isStopped: () => isStopped,
    async stop() {
      isStopped = true;
      exited.resolve();
    },
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
