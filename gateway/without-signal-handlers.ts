const SIGNALS = ['SIGINT', 'SIGTERM', 'exit'] as const;

/**
 * Runs `create` and takes away the signal handlers it registered. The gateway runtime would drop requests under way on
 * SIGTERM; ending a process in order is runtime/run-process.ts's alone.
 */
export function withoutSignalHandlers<T>(create: () => T): T {
  const before = new Map(SIGNALS.map((signal) => [signal, new Set(process.rawListeners(signal))]));
  const made = create();
  for (const [signal, known] of before) {
    for (const listener of process.rawListeners(signal)) {
      if (!known.has(listener)) process.removeListener(signal, listener as () => void);
    }
  }
  return made;
}
