import type { HouseProcess } from './processes.js';

/** Starts and ends the processes of the house: each for itself, or all in one. */
export interface Runner {
  /** Resolves once the process listens. @throws CommandError naming the process and its log. */
  start(entry: HouseProcess, environment: Readonly<Record<string, string>>): Promise<void>;
  /** Ends one process; does nothing when it does not run. */
  stop(name: string): Promise<void>;
  isRunning(name: string): boolean;
  /** Frees what is left when all are stopped. */
  close(): Promise<void>;
}

/** What a runner needs of the house. */
export interface RunnerOptions {
  /** Folder of the processes' logs. */
  readonly logs: string;
  /** Told when a process ends that nobody stopped. */
  readonly onLost: (name: string) => void;
}
