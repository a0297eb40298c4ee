import { DEVELOPMENT_AGENCIES } from '../../cli/first-start/development-organisations.js';
import { addressOf } from '../../cli/house/processes.js';
import type { BenchHouse } from '../house/open-bench-house.js';
import { type Member, startGroup } from './start-group.js';
import type { Variant, VariantName } from './variant.js';

/** Distance between the ports of two variants. */
export const PORT_DISTANCE = 200;

const PRODUCT: readonly Member[] = [
  { name: 'linkage', module: 'subgraphs/linkage/main.js' },
  { name: 'casework', module: 'subgraphs/casework/main.js' },
];

/** The agencies and the gateway as bench entries, so that no switch in the product turns enforcement or record off. */
const withoutRecord = (policy: 'on' | 'off'): Member[] => [
  ...PRODUCT,
  ...DEVELOPMENT_AGENCIES.map(({ id: name }) => ({
    name,
    module: 'bench/ask/processes/agency.js',
    added: { AIDGRAPH_BENCH_AGENCY: name, AIDGRAPH_BENCH_POLICY: policy },
  })),
  { name: 'gateway', module: 'bench/ask/processes/gateway.js' },
];

const PEER: readonly Member[] = [
  { name: 'linkage', module: 'bench/ask/peer/linkage.js' },
  { name: 'casework', module: 'bench/ask/peer/casework.js' },
  ...DEVELOPMENT_AGENCIES.map(({ id: name }) => ({
    name,
    module: 'bench/ask/peer/agency.js',
    added: { AIDGRAPH_BENCH_AGENCY: name },
  })),
  { name: 'gateway', module: 'bench/ask/peer/gateway.js' },
];

/** Starts every variant beside a house. Call `close` in any case. */
export async function startVariants(house: BenchHouse): Promise<{ readonly variants: readonly Variant[]; close(): Promise<void> }> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers) await closer();
  };
  const endpointAt = (port: number) => `${addressOf('gateway', port)}/graphql`;
  const variants: Variant[] = [{ name: 'all_on', endpoint: endpointAt(house.port), proven: true, pids: house.pids }];
  const start = async (name: VariantName, place: number, members: readonly Member[]) => {
    const group = await startGroup(house, name, house.port + place * PORT_DISTANCE, members);
    closers.push(group.close);
    variants.push({ name, endpoint: endpointAt(group.port), proven: name !== 'apollo_plain', pids: group.pids });
  };
  try {
    await start('policy_on', 1, withoutRecord('on'));
    await start('both_off', 2, withoutRecord('off'));
    await start('apollo_plain', 3, PEER);
  } catch (error) {
    await close();
    throw error;
  }
  return { variants, close };
}
