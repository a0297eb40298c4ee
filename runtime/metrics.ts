import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const registry = new Registry();
// The event loop's delay is sampled by a timer, which at its usual ten milliseconds wakes every process a hundred times a second.
collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });

/** A counter of this process. Labels are codes and names of organisations, never anything about a person. */
export const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> =>
  new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });

/** A histogram of this process, in seconds. */
export const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Histogram<L> =>
  new Histogram({ name, help, labelNames: [...labelNames], registers: [registry], buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10] });

/** All metrics in the Prometheus text format. */
export const metricsText = (): Promise<string> => registry.metrics();
