import { valuesAt } from '../hub/expect-outcome.js';
import type { Hub } from '../hub/hub.js';
import { startHub, unprotected } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** A hub, and its twin without wrappers: a probe proves something only if it reads on the twin. */
export interface ProbePair {
  readonly hub: Hub;
  readonly twin: Hub;
  readonly person: (label: string) => string;
  /** What a charity officer without a grant reads of `aided-by-both` at these paths, nulls left out. */
  read(of: Hub, selection: string, paths: readonly string[], fragments?: string): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Starts both. */
export async function probePair(): Promise<ProbePair> {
  const county = testCounty();
  const hub = await startHub({ load: county.load });
  const twin = await startHub({ load: testCounty().load, serve: unprotected });
  return {
    hub,
    twin,
    person: county.person,
    read: async (of, selection, paths, fragments = '') => {
      const id = await of.refOf('charity-federation', county.person('aided-by-both'));
      const query = `query ($id: ID!) { person(id: $id) { ${selection} } } ${fragments}`;
      const reply = await of.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query, variables: { id } });
      return paths.flatMap((path) => valuesAt(reply, `person.${path}`)).filter((value) => value !== null);
    },
    close: async () => {
      await hub.close();
      await twin.close();
    },
  };
}
