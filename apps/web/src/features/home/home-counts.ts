/** How much of each there is; undefined while it is not known. */
export interface HomeCounts {
  items: number | undefined;
  bins: number | undefined;
  locations: number | undefined;
  apiKeys: number | undefined;
}
