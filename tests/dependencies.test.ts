import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const [, atRunTime = '', forDevelopment = '', overrides = ''] = read('docs/dependencies.md').split(/^## /m);

/** Name → version of every line of a section. */
const listed = (section: string) =>
  Object.fromEntries([...section.matchAll(/^- `([^`]+)` (\S+): \S/gm)].map(([, name, version]) => [name, version]));
const lines = (section: string) => section.match(/^- /gm)?.length;

describe('dependencies', () => {
  it.each([
    ['dependencies', atRunTime, manifest.dependencies],
    ['devDependencies', forDevelopment, manifest.devDependencies],
    ['overrides', overrides, manifest.overrides],
  ])('says of every entry of %s what it is for, and of nothing else', (_, section, entries) => {
    expect(listed(section)).toEqual(entries);
    expect(lines(section)).toBe(Object.keys(entries).length);
  });

  it('pins every version exactly', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it('has a lockfile without the address of any registry', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string; resolved?: string }> };
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(addressed).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/registry\.|\.tgz/);
  });

  it('installs one copy of graphql', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> };
    expect(Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/graphql'))).toEqual(['node_modules/graphql']);
  });
});
