import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agencyNames } from '../../cli/new-agency/agency-names.js';
import { sourcesRoot } from '../../cli/new-agency/sources-root.js';
import { templateFiles } from '../../cli/new-agency/template-files.js';

/** `aidgraph new-agency` in a copy of the sources: what it writes is an agency like the others, from the type check to an answer. */
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'aidgraph-sources-'));
const copy = join(folder, 'sources');
const NAME = 'forestry-bureau';
/** What stands in the copy before the command runs. */
const LEFT_OUT = /\/(node_modules|dist|\.git|\.aidgraph)$/;

function run(command: string, ...words: string[]): { code: number; text: string } {
  const env = { ...process.env, NODE_OPTIONS: '', LANG: 'en_GB.UTF-8' };
  try {
    return { code: 0, text: execFileSync(command, words, { cwd: copy, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status ?? 1, text: `${stdout}${stderr}` };
  }
}
const node = (script: string, ...words: string[]) => run(process.execPath, join(copy, script), ...words);
const newAgency = (...words: string[]) => node('dist/cli/main.js', 'new-agency', ...words);
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

beforeAll(() => {
  cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, '.git'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what it refuses', () => {
  test.each([
    ['no id', []],
    ['an id that is no name of a folder', ['../evil']],
    ['capitals', ['Forestry']],
    ['an id that is taken', ['civil-affairs']],
    ['an id of the hub', ['linkage']],
    ['a name that would end a comment', [NAME, '--en', 'x */ evil']],
    ['a name that would end a string', [NAME, '--zh', 'x" evil']],
    ['a name of two lines', [NAME, '--en', 'one\ntwo']],
    ['a kind nobody knows', [NAME, '--kind', 'HUB']],
  ])('%s', (_, words) => {
    const { code, text } = newAgency(...words);
    expect(code).toBe(2);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(copy, 'subgraphs', NAME))).toBe(false);
  });

  test('a folder that is no checkout of the sources', () => {
    expect(() => sourcesRoot(join(folder, 'elsewhere', 'dist'))).toThrow('no git checkout of the sources');
    expect(sourcesRoot(join(copy, 'dist'))).toBe(copy);
  });

  test('a list that is not as it knows it: nothing is written', () => {
    const lists = 'subgraphs/casework/sources.ts';
    const before = read(lists);
    writeFileSync(join(copy, lists), before.replace('charity-federation', 'charity'));
    const { code, text } = newAgency(NAME);
    writeFileSync(join(copy, lists), before);
    expect([code, text.includes(lists), existsSync(join(copy, 'subgraphs', NAME))]).toEqual([1, true, false]);
    expect(read('biome.json')).not.toContain(NAME);
  });
});

test('no file of the template keeps a name of its own', () => {
  const names = agencyNames(NAME, { zh: '县林业局', en: 'County Forestry Bureau' });
  const files = templateFiles(root, names);
  expect(files.length).toBeGreaterThan(15);
  for (const { path, text } of files) expect([path, /example.?agency|示例机构/i.exec(`${path} ${text}`)]).toEqual([path, null]);
});

describe('what it writes', () => {
  let written: { code: number; text: string };
  beforeAll(() => {
    written = newAgency(NAME, '--zh', '县林业局', '--en', "County Foresters' Bureau", '--kind', 'AGENCY');
  }, 60_000);

  test('it says what it wrote and what is left to people', () => {
    expect(written).toMatchObject({ code: 0 });
    for (const words of [
      `+ subgraphs/${NAME}/policy.yaml`,
      '~ subgraphs/casework/sources.ts',
      'signed off by a lawyer',
      'two people agree',
    ])
      expect(written.text).toContain(words);
  });

  test('a second time it overwrites nothing', () => {
    writeFileSync(join(copy, 'subgraphs', NAME, 'mappings.ts'), '// mine\n', { flag: 'a' });
    // The program is the one built before: it does not know the new organisation, and stops at the folder.
    expect(newAgency(NAME)).toMatchObject({ code: 1 });
    expect(read(`subgraphs/${NAME}/mappings.ts`)).toMatch(/\/\/ mine\n$/);
    writeFileSync(join(copy, 'subgraphs', NAME, 'mappings.ts'), read(`subgraphs/${NAME}/mappings.ts`).replace('// mine\n', ''));
  });

  test('it is as the linter wants it, compiles, composes with the others, and answers behind the gateway', () => {
    mkdirSync(join(folder, 'git'));
    execFileSync('git', ['init', '-q', join(folder, 'git')]);
    rmSync(join(copy, '.git'), { recursive: true });
    cpSync(join(folder, 'git', '.git'), join(copy, '.git'), { recursive: true });
    expect(run(join(copy, 'node_modules/.bin/biome'), 'check', 'biome.json', 'cli', 'schema', 'subgraphs', 'tests')).toMatchObject({
      code: 0,
    });
    expect(run(join(copy, 'node_modules/.bin/tsc'), '--noEmit')).toEqual({ code: 0, text: '' });
    expect(run(join(copy, 'node_modules/.bin/tsc'), '-p', 'tsconfig.build.json')).toMatchObject({ code: 0 });
    expect(node('build-assets.mjs')).toMatchObject({ code: 0 });
    expect(node('schema/generate.mjs')).toEqual({ code: 0, text: '' });
    expect(read('schema/supergraph.graphql')).toContain('forestryBureauAid');

    cpSync(join(copy, 'tests/new-agency/asked-behind-the-gateway.ts'), join(copy, 'tests/new-agency/asked.test.ts'));
    const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', NEW_AGENCY: NAME };
    const suites = ['tests/new-agency/asked.test.ts', `subgraphs/${NAME}`];
    const output = join(folder, 'answers.json');
    try {
      execFileSync(process.execPath, [join(copy, 'node_modules/jest/bin/jest.js'), '-i', '--json', `--outputFile=${output}`, ...suites], {
        cwd: copy,
        env,
        stdio: 'ignore',
      });
    } catch {
      // What failed stands in the file.
    }
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as {
      testResults: { message: string; assertionResults: { title: string; status: string }[] }[];
    };
    expect(testResults.map(({ message }) => message).join('')).toBe('');
    const asserted = testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(asserted.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(asserted.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['with the line its owner writes, its aid is in the answer', 'statements do not grow with persons']),
    );
  }, 600_000);
});
