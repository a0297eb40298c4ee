/** The same function, that works out once what follows from an object and keeps it as long as the object. It must never give undefined. */
export function rememberedBy<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}
