import DataLoader from 'dataloader';

/**
 * A loader that reads the rows of all keys asked for in one tick with one statement, and gives each key its own rows in
 * the order read.
 */
export function createSetLoader<R>(
  read: (keys: readonly string[]) => Promise<readonly R[]>,
  keyOf: (row: R) => string,
): DataLoader<string, R[]> {
  return new DataLoader<string, R[]>(async (keys) => {
    const byKey = new Map<string, R[]>(keys.map((key) => [key, []]));
    for (const row of await read(keys)) byKey.get(keyOf(row))?.push(row);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}
