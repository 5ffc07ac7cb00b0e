type Changes = Record<string, { old?: unknown; new?: unknown }>;

/**
 * The fields that differ; of a field that is an object itself, such as settings, the ones inside it. A setting that was
 * never chosen has its default.
 */
export function changedFields(changes: Changes): [string, Changes[string]][] {
  return Object.entries(changes).flatMap(([field, change]): [string, Changes[string]][] => {
    const { old, new: current } = change;
    if (!isRecord(old) || !isRecord(current)) return [[field, change]];
    const unset = field === "settings" ? "default" : undefined;
    const names = [...new Set([...Object.keys(old), ...Object.keys(current)])];
    return names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(current[name]))
      .map((name) => [name, { old: old[name] ?? unset, new: current[name] ?? unset }]);
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
