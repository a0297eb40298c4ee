/**
 * Writes docker-compose.yml from the built list of processes (`npm run gen:schema`; `--print` only prints it): one service for
 * each process of cli/house/processes.ts, with its environment, its own secrets, and networks to nobody it need not reach.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const PORT = 4000;
const HOME = './deploy/home';
const POSTGRES = 'postgres:5432';
/** Where secrets and configuration are mounted in a container. */
const SECRETS = '/run/secrets';
const CONFIGURATION = '/etc/aidgraph';

const cli = (path) => import(join(ROOT, 'dist/cli', path));
const { PROCESSES } = await withAddresses('http://{name}:{port}');
const { environmentOf } = await cli('house/processes.js');
const { makeSecrets } = await cli('first-start/make-secrets.js');
const { findHome } = await cli('home/paths.js');
const { FIRST_GENERATION } = await cli('first-start/make-naming-keys.js');
const { ADMINISTRATOR } = await cli('postgres/data-directory.js');

/** Inside, processes are named by their services. The list is read twice: first for the names and ports themselves. */
async function withAddresses(form) {
  const { PROCESSES: list } = await import(`${join(ROOT, 'dist/cli/house/processes.js')}?names`);
  const address = ({ name, offset }) => form.replace('{name}', name).replace('{port}', PORT + offset);
  process.env.AIDGRAPH_ADDRESSES = list.map((entry) => `${entry.name}=${address(entry)}`).join(',');
  return cli('house/processes.js');
}

const agencies = PROCESSES.filter(({ imports }) => imports !== undefined);
const owners = PROCESSES.filter(({ database }) => database);
const subgraphs = PROCESSES.filter(({ module }) => module.startsWith('subgraphs/'));

/** Files in each process's folder of secrets, as the first start makes them. */
const files = secretFiles();
function secretFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-compose-'));
  try {
    const home = findHome({ AIDGRAPH_HOME: folder });
    makeSecrets(home);
    const listed = new Map(PROCESSES.map(({ name }) => [name, tryList(home.secrets(name))]));
    listed.get('linkage').push(`t-${FIRST_GENERATION}.json`);
    listed.get('key-authority').push(`k-${FIRST_GENERATION}.key`);
    for (const { name } of owners) listed.get(name).push('database-url');
    return listed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
function tryList(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A secret of one process's folder as compose names it. */
const secretName = (owner, file) => `${owner}_${file}`;
const mounted = (owner, wanted, target = (file) => file) =>
  wanted.map((file) => ({ source: secretName(owner, file), target: target(file) }));

/** Only an import signs enrolments; the running agency gets the rest. */
const ENROLMENT = 'enrolment.key';
const REGISTRY = [
  { source: 'registry', target: `${CONFIGURATION}/registry.json` },
  { source: 'registry-key', target: `${CONFIGURATION}/registry-key.pem` },
];
const shared = {
  image: 'aidgraph',
  build: { context: '.', dockerfile: 'deploy/Dockerfile' },
  // The files of deploy/home belong to whoever prepared them.
  user: `\${AIDGRAPH_UID:-1000}:\${AIDGRAPH_GID:-1000}`,
  init: true,
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
};

const healthy = { condition: 'service_healthy' };
const completed = { condition: 'service_completed_successfully' };
const all = (names, condition) => Object.fromEntries(names.map((name) => [name, condition]));

function environment(entry) {
  const home = {
    registry: `${CONFIGURATION}/registry.json`,
    registryKey: `${CONFIGURATION}/registry-key.pem`,
    secrets: () => SECRETS,
  };
  return { ...environmentOf(entry, home, PORT), AIDGRAPH_HOST: '0.0.0.0' };
}

/** Who may reach whom. A network holds one conversation, so that two agencies never meet on one. */
function networksOf({ name, imports, database }) {
  const records = database ? [`records-${name}`] : [];
  if (name === 'key-authority') return ['naming'];
  if (name === 'gateway') return ['front', 'hub', ...agencies.map((agency) => `agency-${agency.name}`)];
  if (imports !== undefined) return [`agency-${name}`, ...records];
  const askedByAgencies = name === 'issuer' ? agencies.map((agency) => `agency-${agency.name}`) : [];
  const asksAgencies = name === 'consent' ? agencies.map((agency) => `agency-${agency.name}`) : [];
  return ['hub', ...(name === 'linkage' ? ['naming'] : []), ...askedByAgencies, ...asksAgencies, ...records];
}

function dependencies({ name, imports, database }) {
  if (name === 'gateway') return all([...subgraphs.map((entry) => entry.name), 'issuer'], healthy);
  if (imports !== undefined) return { [`${name}-import`]: completed };
  return { ...(database ? { databases: completed } : {}), ...(name === 'consent' ? { linkage: healthy } : {}) };
}

function service(entry) {
  const dependsOn = dependencies(entry);
  return {
    '<<': shared,
    command: ['node', `dist/${entry.module}`],
    environment: environment(entry),
    secrets: mounted(
      entry.name,
      files.get(entry.name).filter((file) => file !== ENROLMENT),
    ),
    configs: REGISTRY,
    networks: networksOf(entry),
    ...(entry.name === 'gateway' ? { ports: [`127.0.0.1:${PORT}:${PORT}`] } : {}),
    ...(Object.keys(dependsOn).length > 0 ? { depends_on: dependsOn } : {}),
    healthcheck: { test: ['CMD', 'node', 'dist/runtime/check-ready.js'], interval: '5s', timeout: '5s', retries: 24, start_period: '10s' },
    restart: 'unless-stopped',
  };
}

const importOf = (entry) => ({
  '<<': shared,
  command: ['node', `dist/${entry.imports}`, '/export'],
  environment: environment(entry),
  secrets: mounted(entry.name, [ENROLMENT, 'database-url']),
  configs: REGISTRY,
  volumes: [`${HOME}/county/${entry.name}:/export:ro`],
  networks: ['naming', `records-${entry.name}`],
  depends_on: { databases: completed, linkage: healthy, 'key-authority': healthy },
});

const homeVolume = `${HOME}:/home/aidgraph`;
const publicAddresses = process.env.AIDGRAPH_ADDRESSES.replace(`gateway=http://gateway:${PORT}`, `gateway=http://127.0.0.1:${PORT}`);
const services = {
  prepare: {
    '<<': shared,
    profiles: ['prepare'],
    command: ['node', 'dist/cli/main.js', 'prepare'],
    // In the registry stand the addresses askers use: the gateway's published one.
    environment: { AIDGRAPH_HOME: '/home/aidgraph', AIDGRAPH_ADDRESSES: publicAddresses, AIDGRAPH_POSTGRES: POSTGRES },
    volumes: [homeVolume],
    network_mode: 'none',
  },
  postgres: {
    image: 'postgres:18',
    environment: { POSTGRES_USER: ADMINISTRATOR, POSTGRES_DB: 'postgres', POSTGRES_PASSWORD_FILE: `${SECRETS}/password` },
    secrets: mounted('postgres', ['password']),
    volumes: ['records:/var/lib/postgresql'],
    networks: ['administration', ...owners.map(({ name }) => `records-${name}`)],
    read_only: true,
    tmpfs: ['/tmp', '/run/postgresql'],
    healthcheck: {
      test: ['CMD', 'pg_isready', '-h', '127.0.0.1', '-U', ADMINISTRATOR, '-d', 'postgres'],
      interval: '5s',
      timeout: '5s',
      retries: 24,
    },
    restart: 'unless-stopped',
  },
  databases: {
    '<<': shared,
    command: ['node', 'dist/cli/first-start/create-databases.js'],
    environment: { AIDGRAPH_POSTGRES: POSTGRES, AIDGRAPH_SECRETS: SECRETS },
    secrets: [
      ...mounted('postgres', ['password']),
      ...owners.flatMap(({ name }) => mounted(name, ['database-url'], (file) => `${file}-${name}`)),
    ],
    networks: ['administration'],
    depends_on: { postgres: healthy },
  },
  ...Object.fromEntries(
    PROCESSES.flatMap((entry) => [
      ...(entry.imports === undefined ? [] : [[`${entry.name}-import`, importOf(entry)]]),
      [entry.name, service(entry)],
    ]),
  ),
  aidgraph: {
    '<<': shared,
    profiles: ['tools'],
    entrypoint: ['node', 'dist/cli/main.js'],
    command: ['--help'],
    environment: { AIDGRAPH_HOME: '/home/aidgraph', AIDGRAPH_ADDRESSES: process.env.AIDGRAPH_ADDRESSES },
    volumes: [homeVolume],
    networks: ['hub', 'naming'],
  },
};

const usedSecrets = new Map([['postgres_password', `${HOME}/secrets/postgres/password`]]);
for (const [owner, names] of files) for (const file of names) usedSecrets.set(secretName(owner, file), `${HOME}/secrets/${owner}/${file}`);
const networks = [...new Set(Object.values(services).flatMap((entry) => entry.networks ?? []))];

const compose = {
  name: 'aidgraph',
  'x-process': shared,
  services,
  secrets: Object.fromEntries([...usedSecrets].map(([name, file]) => [name, { file }])),
  configs: { registry: { file: `${HOME}/registry.json` }, 'registry-key': { file: `${HOME}/registry-key.pem` } },
  // Internal: no way out, and none in. Only the gateway stands on one that has a door.
  networks: Object.fromEntries(networks.map((name) => [name, name === 'front' ? {} : { internal: true }])),
  volumes: { records: {} },
};

const HEADER = `# The house in containers: docs/operations.md. Written by deploy/generate-compose.mjs from the list of processes; do not edit.
#
#   docker compose run --rm --build prepare
#   docker compose up -d
#   docker compose run --rm aidgraph ask --as chen-jianguo --purpose CASE_REVIEW --person aided-by-both
#
# Development mode: a synthetic county, and an issuer that gives tokens to sample users.
`;
const plain = { lineWidth: 0, merge: true };
// Secrets' and registry's lists are the same object in several places; only the shared part of services is worth an anchor.
const copied = JSON.parse(JSON.stringify(compose));
for (const entry of Object.values(copied.services)) if (entry['<<']) entry['<<'] = copied['x-process'];
const text = `${HEADER}${stringify(copied, { ...plain, anchorPrefix: 'process' })}`;

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(join(ROOT, 'docker-compose.yml'), text);
