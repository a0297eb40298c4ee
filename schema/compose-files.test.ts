import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeFiles } from './compose-files.js';
import { sdls } from './lint/cases/lint-case.js';
import { MINI_COUNTY } from './lint/cases/mini-county.js';
import { lintSubgraphs } from './lint/lint-subgraphs.js';

/** A list that names every open field of the county, made from the refusals' own lines. */
const completeList = lintSubgraphs(sdls(MINI_COUNTY), { publicFields: '' })
  .map(({ message }) => `${/\((.*)…\)$/.exec(message)?.[1]}a, b\n`)
  .join('');

describe('composing the committed files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compose-'));
    mkdirSync(join(folder, 'subgraphs'));
    for (const { name, sdl } of sdls(MINI_COUNTY)) writeFileSync(join(folder, 'subgraphs', `${name}.graphql`), sdl);
    writeFileSync(join(folder, 'public-fields.txt'), completeList);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the supergraph', () => {
    expect(composeFiles(folder)).toEqual({ supergraph: expect.stringContaining('join__Graph') });
  });

  it('refuses when the list of public fields is not complete', () => {
    writeFileSync(join(folder, 'public-fields.txt'), completeList.replace(/^linkage Person\.id .*\n/m, ''));
    expect(composeFiles(folder)).toEqual({
      errors: [expect.objectContaining({ code: 'PUBLIC_NOT_LISTED', subgraph: 'linkage', coordinate: 'Person.id' })],
    });
  });

  it('says so when there is nothing to compose', () => {
    rmSync(join(folder, 'subgraphs'), { recursive: true });
    mkdirSync(join(folder, 'subgraphs'));
    expect(() => composeFiles(folder)).toThrow('Emit the subgraphs first');
  });
});
