/**
 * Shares one reading among all who ask within `milliseconds` of its start. A failed reading is not remembered.
 *
 * @param now milliseconds on a clock of this process
 */
export function rememberBriefly<T>(
  read: () => Promise<T>,
  milliseconds: number,
  now: () => number = () => performance.now(),
): () => Promise<T> {
  let reading: Promise<T> | undefined;
  let since = 0;
  return () => {
    if (reading === undefined || now() - since >= milliseconds) {
      since = now();
      const started = read();
      reading = started;
      started.catch(() => {
        if (reading === started) reading = undefined;
      });
    }
    return reading;
  };
}
