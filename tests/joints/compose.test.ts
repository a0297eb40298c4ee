import { type ChildProcess, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { freeBasePort } from '../../bench/house/free-base-port.js';
import { DEVELOPMENT_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { PROCESSES } from '../../cli/house/processes.js';
import { ADMINISTRATOR } from '../../cli/postgres/data-directory.js';
import { type RunningPostgres, startPostgres } from '../../cli/postgres/start-postgres.js';
import { temporaryFolder } from '../temporary-folder.js';
import { composeText, parseCompose } from './compose-file.js';
import { databasesOf, serviceRunner } from './run-services.js';

const ROOT = join(import.meta.dirname, '../..');
const file = parseCompose(composeText());
const { services } = file;
const names = Object.keys(services);
const processes = PROCESSES.map(({ name }) => name);
const agencies = PROCESSES.filter(({ imports }) => imports !== undefined).map(({ name }) => name);
const networksOf = (name: string) => services[name]?.networks ?? [];
const meet = (one: string, other: string) => networksOf(one).filter((network) => networksOf(other).includes(network));

describe('docker-compose.yml', () => {
  test('is what the list of processes gives', () => {
    expect(execFileSync(process.execPath, [join(ROOT, 'deploy/generate-compose.mjs'), '--print'], { encoding: 'utf8' })).toBe(
      composeText(),
    );
  });

  test('has a service for every process, and so for every organisation with a subgraph', () => {
    expect(names).toEqual(expect.arrayContaining(processes));
    expect(names).toEqual(expect.arrayContaining(DEVELOPMENT_ORGANISATIONS.filter(({ subgraph }) => subgraph).map(({ id }) => id)));
    expect(names.filter((name) => !processes.includes(name)).sort()).toEqual(
      ['aidgraph', 'databases', 'postgres', 'prepare', ...agencies.map((agency) => `${agency}-import`)].sort(),
    );
  });

  test('runs modules that are there, each with a health check, nobody as root, nothing writable', () => {
    for (const name of names.filter((entry) => entry !== 'postgres')) {
      const { command = [], entrypoint = [], user, read_only, cap_drop } = services[name] ?? {};
      const module = [...entrypoint, ...command][1] as string;
      expect([name, existsSync(join(ROOT, module))]).toEqual([name, true]);
      expect([name, user?.replaceAll('$', '')]).toEqual([name, '{AIDGRAPH_UID:-1000}:{AIDGRAPH_GID:-1000}']);
      expect([name, read_only, cap_drop]).toEqual([name, true, ['ALL']]);
    }
    for (const name of [...processes, 'postgres']) expect([name, services[name]?.healthcheck?.test[0]]).toEqual([name, 'CMD']);
  });

  test('defines what it uses, and uses what it defines', () => {
    const used = (kind: 'secrets' | 'configs') =>
      new Set(names.flatMap((name) => (services[name]?.[kind] ?? []).map(({ source }) => source)));
    expect([...used('secrets')].sort()).toEqual(Object.keys(file.secrets).sort());
    expect([...used('configs')].sort()).toEqual(Object.keys(file.configs).sort());
    expect(new Set(names.flatMap((name) => [...networksOf(name)]))).toEqual(new Set(Object.keys(file.networks)));
    for (const name of names) for (const other of Object.keys(services[name]?.depends_on ?? {})) expect(names).toContain(other);
  });

  test('waits in an order that can be kept', () => {
    const done = new Set<string>();
    let left = names;
    while (left.length > 0) {
      const next = left.filter((name) => Object.keys(services[name]?.depends_on ?? {}).every((other) => done.has(other)));
      expect([left, next.length > 0]).toEqual([left, true]);
      for (const name of next) done.add(name);
      left = left.filter((name) => !done.has(name));
    }
    for (const [name, { depends_on = {} }] of Object.entries(services))
      for (const [other, { condition }] of Object.entries(depends_on))
        expect([name, other, condition]).toEqual([
          name,
          other,
          services[other]?.healthcheck ? 'service_healthy' : 'service_completed_successfully',
        ]);
  });

  test('publishes the gateway’s port alone, on this machine', () => {
    expect(names.filter((name) => services[name]?.ports !== undefined)).toEqual(['gateway']);
    expect(services.gateway?.ports).toEqual(['127.0.0.1:4000:4000']);
    expect(
      Object.entries(file.networks)
        .filter(([, { internal }]) => internal !== true)
        .map(([name]) => name),
    ).toEqual(['front']);
    expect(names.filter((name) => networksOf(name).includes('front'))).toEqual(['gateway']);
  });

  test('gives key authority and linkage no way to a database, and agencies none to each other', () => {
    for (const name of ['key-authority', 'linkage', 'gateway', 'casework', 'issuer', 'aidgraph'])
      expect([name, meet(name, 'postgres')]).toEqual([name, []]);
    expect(networksOf('key-authority')).toEqual(['naming']);
    for (const [index, one] of agencies.entries()) {
      expect([one, meet(one, 'linkage'), meet(one, 'key-authority'), meet(one, 'casework'), meet(one, 'ledger')]).toEqual([
        one,
        [],
        [],
        [],
        [],
      ]);
      for (const other of agencies.slice(index + 1)) expect([one, other, meet(one, other)]).toEqual([one, other, []]);
    }
    // What must be reached can be.
    for (const agency of agencies) {
      for (const other of ['gateway', 'postgres', 'issuer', 'consent'])
        expect([agency, other, meet(agency, other).length]).toEqual([agency, other, 1]);
      for (const other of ['linkage', 'key-authority', 'postgres'])
        expect([agency, other, meet(`${agency}-import`, other).length]).toEqual([agency, other, 1]);
    }
    for (const name of ['linkage', 'casework', 'ledger', 'consent', 'issuer'])
      expect([name, meet(name, 'gateway').length > 0]).toEqual([name, true]);
  });

  test('gives each process its own secrets and no other’s, and nobody those that stay with the administrator', () => {
    for (const name of processes) {
      const owners = (services[name]?.secrets ?? []).map(({ source }) => source.slice(0, source.indexOf('_')));
      expect([name, new Set(owners)]).toEqual([name, new Set(owners.length > 0 ? [name] : [])]);
    }
    expect(services['key-authority']?.secrets).toEqual([{ source: 'key-authority_k-1.key', target: 'k-1.key' }]);
    const given = names.flatMap((name) => (services[name]?.secrets ?? []).map(({ source }) => `${name} ${source}`));
    expect(given.filter((entry) => /enrolment\.key/.test(entry))).toEqual(
      agencies.map((agency) => `${agency}-import ${agency}_enrolment.key`),
    );
    expect(given.filter((entry) => /_password/.test(entry))).toEqual(['postgres postgres_password', 'databases postgres_password']);
    expect(given.filter((entry) => /registry_|auditor_/.test(entry))).toEqual([]);
  });

  test('the image holds no secret of this machine and nobody in it is root', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.aidgraph', 'deploy/home', 'node_modules', '.git']));
    const image = readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8');
    expect(image.match(/^FROM .*/gm)).toHaveLength(3);
    expect(image).toMatch(/^RUN npm ci --omit=dev$/m);
    expect(image.slice(image.lastIndexOf('FROM'))).toMatch(/^USER node$/m);
  });
});

describe('its services as plain processes', () => {
  const folder = temporaryFolder();
  const running = new Map<string, ChildProcess>();
  let postgres: RunningPostgres;
  let runner: ReturnType<typeof serviceRunner>;

  beforeAll(async () => {
    // As root, PostgreSQL runs as an account that must be able to pass through.
    chmodSync(folder, 0o755);
    postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
    runner = serviceRunner(file, { folder, basePort: await freeBasePort(1, 0), postgresPort: postgres.port });
  }, 60_000);
  afterAll(async () => {
    await Promise.all(
      [...running.values()].map((child) => {
        if (child.exitCode !== null) return undefined;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        return gone;
      }),
    );
    await postgres?.stop();
  }, 60_000);

  /** As the image does with its secret. */
  async function giveAdministratorItsPassword(): Promise<void> {
    const password = readFileSync(join(folder, 'home/secrets/postgres/password'), 'utf8').trim();
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    try {
      await client.query(`ALTER ROLE ${ADMINISTRATOR} PASSWORD '${password}'`);
    } finally {
      await client.end();
    }
  }

  test('are prepared, start in the order the file says, become healthy, and answer', async () => {
    expect(await runner.run('prepare', [...(services.prepare?.command ?? []), '--people', '500'])).toMatchObject({ code: 0 });
    await giveAdministratorItsPassword();

    const reached = new Set(['postgres']);
    const started = names.filter((name) => name !== 'postgres' && services[name]?.profiles === undefined);
    const end = Date.now() + 200_000;
    while (reached.size <= started.length) {
      const next = started.filter(
        (name) => !reached.has(name) && Object.keys(services[name]?.depends_on ?? {}).every((other) => reached.has(other)),
      );
      const states = await Promise.all(
        next.map(async (name) => {
          if (services[name]?.healthcheck === undefined) return { name, ...(await runner.run(name)) };
          if (!running.has(name)) running.set(name, runner.start(name));
          const healthy = await runner.check(name);
          return { name, code: healthy ? 0 : (running.get(name)?.exitCode ?? undefined), out: '', err: runner.output(name) };
        }),
      );
      for (const { name, code, err } of states) {
        if (code === 0) reached.add(name);
        else if (code !== undefined || Date.now() > end) throw new Error(`${name} did not get there (${code}): ${err.slice(-2_000)}`);
      }
    }
    expect([...running.keys()].sort()).toEqual([...processes].sort());

    const asking = ['ask', '--as', 'chen-jianguo', '--purpose', 'CASE_REVIEW', '--person', 'aided-by-both', '--json'];
    const answer = await runner.run('aidgraph', asking);
    expect([answer.code, answer.err]).toEqual([0, '']);
    const { data, extensions } = JSON.parse(answer.out) as {
      data: { person: Record<string, { items: { amount: { min: string; max: string } }[] }> };
      extensions: { disclosure: { sources: { answered: boolean }[] } };
    };
    expect(data.person.civilAffairsAid?.items.map(({ amount }) => amount.min)).toContain('37400.00');
    expect(extensions.disclosure.sources.every(({ answered }) => answered)).toBe(true);
  }, 280_000);

  test('each owner enters its own database and no other', async () => {
    expect(databasesOf(file).length).toBe(PROCESSES.filter(({ database }) => database).length);
    const url = new URL(readFileSync(join(folder, 'home/secrets/civil-affairs/database-url'), 'utf8').trim());
    const connect = async (database: string) => {
      url.pathname = `/${database}`;
      const client = new pg.Client({ connectionString: url.href });
      return client.connect().then(
        () => client.end().then(() => 'in'),
        (error: { code?: string }) => error.code,
      );
    };
    for (const database of databasesOf(file))
      expect([database, await connect(database)]).toEqual([database, database === 'civil_affairs' ? 'in' : '42501']);
  });

  test('a health check fails when its process is gone (control)', async () => {
    const gateway = running.get('gateway') as ChildProcess;
    const gone = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await runner.check('gateway')).toBe(false);
  }, 30_000);
});
