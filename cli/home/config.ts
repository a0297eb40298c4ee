import { naturalDay } from '../../schema/values/natural-day.js';
import { readJson, writeJson } from './files.js';
import type { Home } from './paths.js';

/** What was chosen at the first start and is kept. */
export interface Config {
  /** The gateway's port; every other process has its own distance from it. */
  readonly port: number;
  /** Size and seed of the synthetic county. */
  readonly people: number;
  readonly seed: number;
  /** Natural day the county's records reach to. */
  readonly asOf: string;
}

/** What `aidgraph start` uses when nothing is said: records up to yesterday, so that authorisations in them are in force. */
const defaults = (): Config => ({ port: 4000, people: 2000, seed: 1, asOf: naturalDay(new Date(Date.now() - 86_400_000)) as string });

/** The kept choices, else the defaults. */
export const readConfigOf = (home: Home): Config => ({ ...defaults(), ...readJson<Partial<Config>>(home.config) });

/** Keeps the choices. */
export const writeConfigOf = (home: Home, config: Config): void => writeJson(home.config, config);

/** Sizes and seeds the county's own program takes. */
export const PEOPLE = { min: 500, max: 1_500_000 };
export const SEEDS = { min: 0, max: 0xffff_ffff };
