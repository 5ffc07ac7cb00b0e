import { readFileSync } from "node:fs";

/**
 * A workshop as one might find it: five places, forty bins, ten kinds of things in each.
 * @typedef {{ name: string, kind: string, description: string, parent?: string }} Place
 * @typedef {{ location: string, name: string, noun: string, variants: string[], usual: number, unit: string, tags: string[] }} Box
 */

/** @type {{ locations: Place[], bins: Box[] }} */
const workshop = JSON.parse(readFileSync(new URL("workshop.json", import.meta.url), "utf8"));

/** Places; `parent` names an earlier one. */
export const LOCATIONS = workshop.locations;

/** Bins: where, what they are called, what the things in them are called, and how many there usually are. */
export const BINS = workshop.bins;

/** Of the usual stock, what is there. */
const SHARES = [1.2, 0.8, 0.15, 0.5, 2, 0.05, 1, 0.3, 0.6, 1.5];

/**
 * The items of one bin. Every third has a minimum, and some have fallen below it, as in life.
 * @param {Box} bin
 * @param {number} binIndex
 */
export function itemsOf({ noun, variants, usual, unit, tags }, binIndex) {
  return variants.map((variant, index) => {
    const stock = usual * (SHARES[(index + binIndex) % SHARES.length] ?? 1);
    const hasMinimum = (index + binIndex) % 3 === 0;
    return {
      name: `${noun} ${variant}`,
      quantity: unit === "pcs" ? Math.round(stock) : Math.round(stock * 10) / 10,
      unit,
      ...(hasMinimum && { min_quantity: Math.max(1, Math.round(usual * 0.25)) }),
      external_id: `workshop-${binIndex + 1}-${index + 1}`,
      tags,
    };
  });
}
