import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LADDER } from '../gateway/ladder.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const READMES = ['README.md', 'README.zh.md'];

/** Steps of the README's ladder, in order: four blanks, a name, what it does. The last word of a party's line is its English name. */
function ladderOf(readme: string): { gateway: string[]; subgraph: string[] } {
  const block = read(readme)
    .split('```')
    .find((text) => /^ {4}request-id /m.test(text));
  const steps: { gateway: string[]; subgraph: string[] } = { gateway: [], subgraph: [] };
  let party: 'gateway' | 'subgraph' | undefined;
  for (const line of (block ?? '').split('\n')) {
    const named = /^ {2}(?:\S+ )?(gateway|subgraph)$/.exec(line)?.[1];
    if (named === 'gateway' || named === 'subgraph') party = named;
    const step = /^ {4}([a-z-]+) {2,}\S/.exec(line)?.[1];
    if (party && step) steps[party].push(step);
  }
  return steps;
}

/** What each step of an agency is in the source of `ask` in kit/serve/serve-agency.ts. */
const SUBGRAPH_CALLS = [
  ['verify', 'await verify('],
  ['open-keys', 'openKeys('],
  ['decide', 'decisions.decideFor('],
  ['report', 'reportLines('],
  ['execute', 'graphql.execute('],
  ['record', 'recorder.record('],
  ['answer', 'answerResponse('],
] as const;

describe.each(READMES)('%s', (readme) => {
  it('shows the gateway’s steps as the ladder has them', () => {
    expect(ladderOf(readme).gateway).toEqual(LADDER.map(({ name }) => name));
  });

  it('shows an agency’s steps as its code takes them', () => {
    expect(ladderOf(readme).subgraph).toEqual(SUBGRAPH_CALLS.map(([name]) => name));
    const source = read('kit/serve/serve-agency.ts');
    const ask = source.slice(source.indexOf('async function ask('));
    const places = SUBGRAPH_CALLS.map(([, call]) => ask.indexOf(call));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('links to files that are there', () => {
    const links = [...read(readme).matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(readme).matchAll(/npm (?:run )?(tour|test)\b/g)].map(([, script]) => script as string);
    expect(new Set(named)).toEqual(new Set(['tour', 'test']));
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

describe('both READMEs', () => {
  it('show the same four answers', () => {
    const tables = READMES.map((readme) =>
      read(readme)
        .split('```')
        .filter((_, index) => index % 2 === 1)
        .slice(0, 4),
    );
    const [english, chinese] = tables.map((four) => four.map((table) => table.match(/\d[\d.-]+\d/g)));
    expect(english).toEqual(chinese);
    expect(english).toHaveLength(4);
  });

  it('have the same sections', () => {
    const [english, chinese] = READMES.map((readme) => read(readme).match(/^##? /gm)?.length);
    expect(english).toBe(chinese);
  });
});

const FOLDERS = readdirSync(ROOT).filter((name) => {
  const ours = !name.startsWith('.') && name !== 'node_modules' && name !== 'dist';
  return ours && statSync(join(ROOT, name)).isDirectory();
});

describe('top folders', () => {
  it.each(FOLDERS)('%s opens with a README of at most 30 lines', (folder) => {
    expect(read(`${folder}/README.md`).trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });
});

describe('documents', () => {
  const PATH = /`((?:schema|runtime|client|kit|subgraphs|gateway|key-authority|cli|county|tests|docs)\/[\w./-]+\.(?:ts|mjs|md|txt|yaml))`/g;

  it('name files that are there', () => {
    const below = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const documents = [...readdirSync(ROOT), ...below].filter((file) => file.endsWith('.md'));
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(PATH)]
        .map(([, path]) => path as string)
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
