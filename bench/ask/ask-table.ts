import type { AskResult } from './figures.js';
import { VARIANTS } from './variant.js';

/** A result for a person to read. */
export function askTable({ ratios, figures }: AskResult): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(20) : String(cell).padStart(14))).join('');
  const processes = [...new Set(VARIANTS.flatMap((name) => Object.keys(figures.cpuMsByProcess[name] ?? {})))];
  return [
    row(['', ...VARIANTS]),
    row(['CPU ms per question', ...VARIANTS.map((name) => figures.cpuMsPerQuestion[name])]),
    row(['questions per second', ...VARIANTS.map((name) => figures.questionsPerSecond[name])]),
    ...processes.map((process) => row([`  ${process}`, ...VARIANTS.map((name) => figures.cpuMsByProcess[name]?.[process] ?? '')])),
    '',
    ...Object.entries(ratios).map(([name, value]) => row([name, value])),
    '',
    `${figures.rounds} rounds of ${figures.questionsPerRound} questions, ${figures.inFlight} in flight, county of ${figures.people}; Node ${figures.nodeVersion}; load ${figures.loadAverage.join(' ')}`,
  ].join('\n');
}
