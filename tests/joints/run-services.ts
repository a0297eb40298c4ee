import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../cli/postgres/owner-database.js';
import type { ComposeFile, ComposeService } from './compose-file.js';

/** What a program ended with. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const ROOT = join(import.meta.dirname, '../..');
const SERVICE_PORT = /^\d{4}$/;

/**
 * Runs services of a compose file as plain processes: command, environment and health check as they stand there. What an
 * engine would give them is put in its place: names of hosts are the loopback address, ports are moved, and mounts are
 * folders below `folder`, with exactly the files the service is given.
 */
export function serviceRunner(
  file: ComposeFile,
  machine: { readonly folder: string; readonly basePort: number; readonly postgresPort: number },
): {
  /** Runs a service to its end, with other words than its command's when given. */
  run(name: string, words?: readonly string[]): Promise<Ended>;
  start(name: string): ChildProcess;
  /** Runs the service's health check once. */
  check(name: string): Promise<boolean>;
  /** What a started service wrote so far. */
  output(name: string): string;
} {
  const { folder, basePort, postgresPort } = machine;
  const home = join(folder, 'home');
  const outputs = new Map<string, string>();
  const names = Object.keys(file.services).join('|');
  const serviceOf = (name: string): ComposeService => {
    const found = file.services[name];
    if (!found) throw new Error(`no service ${name}`);
    return found;
  };
  const portOf = (port: string) => String(Number(port) - 4000 + basePort);
  const onHost = (path: string) => path.replace('./deploy/home', home);

  /** A text of the file as this machine must read it. */
  const local = (text: string, mounts: ReadonlyMap<string, string>): string => {
    if (SERVICE_PORT.test(text)) return portOf(text);
    let result = text
      .replaceAll('postgres:5432', `127.0.0.1:${postgresPort}`)
      .replace(new RegExp(`//(?:${names}|127\\.0\\.0\\.1):(\\d{4})\\b`, 'g'), (_, port: string) => `//127.0.0.1:${portOf(port)}`);
    for (const [target, path] of mounts)
      if (result === target || result.startsWith(`${target}/`)) result = path + result.slice(target.length);
    return result === '0.0.0.0' ? '127.0.0.1' : result;
  };

  const mounted = new Map<string, ReadonlyMap<string, string>>();
  /** Made once for a service: a process that starts must not find a file half copied by its own health check. */
  function mountsOf(name: string): ReadonlyMap<string, string> {
    const mounts = mounted.get(name) ?? mount(name);
    mounted.set(name, mounts);
    return mounts;
  }

  function mount(name: string): ReadonlyMap<string, string> {
    const { secrets = [], configs = [], volumes = [] } = serviceOf(name);
    const own = join(folder, 'mounts', name);
    const place = (target: string, source: string) => {
      mkdirSync(join(own, target, '..'), { recursive: true });
      copyFileSync(onHost(source), join(own, target));
    };
    for (const { source, target } of secrets) place(join('run/secrets', target), file.secrets[source]?.file ?? source);
    for (const { source, target } of configs) place(target, file.configs[source]?.file ?? source);
    const folders = volumes
      .map((volume) => volume.split(':') as [string, string])
      .map(([source, target]) => [target, onHost(source)] as const);
    return new Map([['/run/secrets', join(own, 'run/secrets')], ['/etc/aidgraph', join(own, 'etc/aidgraph')], ...folders]);
  }

  function spawnService(name: string, words: readonly string[]): ChildProcess {
    const mounts = mountsOf(name);
    const [program, ...rest] = words.map((word) => local(word, mounts));
    if (program !== 'node') throw new Error(`${name} does not run node`);
    const environment = Object.entries(serviceOf(name).environment).map(([variable, value]) => [variable, local(String(value), mounts)]);
    return spawn(process.execPath, rest, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, TZ: process.env.TZ, LANG: 'en_GB.UTF-8', ...Object.fromEntries(environment) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  const commandOf = (name: string, words?: readonly string[]) => {
    const { entrypoint = [], command = [] } = serviceOf(name);
    return [...entrypoint, ...(words ?? command)];
  };

  const toEnd = (child: ChildProcess): Promise<Ended> =>
    new Promise((resolve) => {
      let [out, err] = ['', ''];
      child.stdout?.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr?.on('data', (chunk) => {
        err += chunk;
      });
      child.on('close', (code) => resolve({ code, out, err }));
    });

  return {
    run: (name, words) => toEnd(spawnService(name, commandOf(name, words))),
    start: (name) => {
      const child = spawnService(name, commandOf(name));
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk) => outputs.set(name, (outputs.get(name) ?? '') + chunk));
      return child;
    },
    check: async (name) => {
      const [kind, ...words] = serviceOf(name).healthcheck?.test ?? [];
      if (kind !== 'CMD') throw new Error(`${name} has no health check`);
      return (await toEnd(spawnService(name, words))).code === 0;
    },
    output: (name) => outputs.get(name) ?? '',
  };
}

/** The databases the jobs of a file make. */
export const databasesOf = (file: ComposeFile): string[] =>
  Object.keys(file.secrets)
    .filter((name) => name.endsWith('_database-url'))
    .map((name) => databaseName(name.replace('_database-url', '')));
