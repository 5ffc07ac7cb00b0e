import { randomBytes } from "node:crypto";

/** Gives `size` bytes that nobody can predict; replaced in tests alone. */
export type RandomSource = (size: number) => Uint8Array;

/** The operating system's generator. */
export const systemRandom: RandomSource = (size) => randomBytes(size);
