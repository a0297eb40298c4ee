import { addresses, readConfig } from '../../runtime/read-config.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { DEVELOPMENT_AGENCIES, DEVELOPMENT_ORGANISATIONS } from '../first-start/development-organisations.js';
import type { Home } from '../home/paths.js';

/** One process of the house. */
export interface HouseProcess {
  readonly name: string;
  readonly title: Term;
  /** Its entry module, from the folder that holds `cli/`. */
  readonly module: string;
  /** Distance of its port from the gateway's. */
  readonly offset: number;
  /** Has a database of its own. */
  readonly database?: true;
  /** Imports an export of its own records at the first start. */
  readonly imports?: string;
}

/** Distance of the first agency's port from the gateway's; the others follow in the registry's order. */
const FIRST_AGENCY = 101;

const AGENCIES = DEVELOPMENT_AGENCIES.map(
  ({ id, name }, index): HouseProcess => ({
    name: id,
    title: name,
    module: `subgraphs/${id}/main.js`,
    offset: FIRST_AGENCY + index,
    database: true,
    imports: `subgraphs/${id}/import.js`,
  }),
);

/** The processes in the order in which they start; they end in the opposite order. */
export const PROCESSES: readonly HouseProcess[] = [
  { name: 'linkage', title: { zh: '名称对应服务', en: 'linkage' }, module: 'subgraphs/linkage/main.js', offset: 20 },
  { name: 'key-authority', title: { zh: '密钥机构', en: 'key authority' }, module: 'key-authority/main.js', offset: 21 },
  ...AGENCIES,
  { name: 'casework', title: { zh: '个案服务', en: 'casework' }, module: 'subgraphs/casework/main.js', offset: 22 },
  { name: 'ledger', title: { zh: '存证账本', en: 'ledger' }, module: 'subgraphs/ledger/main.js', offset: 23, database: true },
  { name: 'consent', title: { zh: '授权服务', en: 'consent' }, module: 'subgraphs/consent/main.js', offset: 24, database: true },
  { name: 'issuer', title: { zh: '开发用令牌签发', en: 'development issuer' }, module: 'cli/development-issuer/main.js', offset: 10 },
  { name: 'gateway', title: { zh: '网关', en: 'gateway' }, module: 'gateway/main.js', offset: 0 },
];

/** From admission to last byte at the gateway, in milliseconds. */
const DEADLINE = Number(process.env.AIDGRAPH_DEADLINE_MS || 10_000);

/** Subgraphs the gateway asks. */
const SUBGRAPHS = DEVELOPMENT_ORGANISATIONS.filter(({ subgraph }) => subgraph).map(({ id }) => id);

/** The process of that name. */
export const processNamed = (name: string): HouseProcess | undefined => PROCESSES.find((entry) => entry.name === name);

/** Where processes are reached that something else than this program started: AIDGRAPH_ADDRESSES. */
const { elsewhere } = readConfig(process.env, { elsewhere: { ...addresses('AIDGRAPH_ADDRESSES'), fallback: new Map<string, string>() } });

/** Base address of a process, given the gateway's port: on the loopback address unless AIDGRAPH_ADDRESSES says otherwise. */
export function addressOf(name: string, gatewayPort: number): string {
  const given = elsewhere.get(name);
  if (given !== undefined) return given;
  const found = processNamed(name);
  if (!found) throw new Error(`there is no process ${name}`);
  return `http://127.0.0.1:${gatewayPort + found.offset}`;
}

/** The environment of one process: nothing of ours but what it needs. */
export function environmentOf(entry: HouseProcess, home: Home, gatewayPort: number): Record<string, string> {
  return {
    // graphql-js checks every type for a second copy of itself otherwise.
    NODE_ENV: 'production',
    AIDGRAPH_PORT: String(gatewayPort + entry.offset),
    AIDGRAPH_HOST: '127.0.0.1',
    AIDGRAPH_MODE: 'development',
    AIDGRAPH_REGISTRY: home.registry,
    AIDGRAPH_REGISTRY_KEY: home.registryKey,
    AIDGRAPH_SECRETS: home.secrets(entry.name),
    AIDGRAPH_LINKAGE_URL: addressOf('linkage', gatewayPort),
    AIDGRAPH_AUTHORITY_URL: addressOf('key-authority', gatewayPort),
    ...(entry.name === 'consent'
      ? { AIDGRAPH_AGENCIES: AGENCIES.map(({ name }) => `${name}=${addressOf(name, gatewayPort)}`).join(',') }
      : {}),
    // One deadline: a withdrawal returns when no answer admitted before can leave any more.
    ...(entry.name === 'gateway' || entry.name === 'consent' ? { AIDGRAPH_DEADLINE_MS: String(DEADLINE) } : {}),
    ...(entry.name === 'gateway'
      ? { AIDGRAPH_SUBGRAPHS: SUBGRAPHS.map((name) => `${name}=${addressOf(name, gatewayPort)}`).join(',') }
      : {}),
  };
}
