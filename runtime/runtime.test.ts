import { describe, expect, test } from '@jest/globals';
import { createLog } from './log.js';
import { readBody } from './read-body.js';
import { addresses, fileText, integer, oneOf, readConfig, text } from './read-config.js';

describe('configuration', () => {
  const settings = {
    port: integer('PORT', { min: 0, max: 65_535 }),
    mode: oneOf('MODE', ['development', 'production'], 'production'),
    folder: text('FOLDER'),
    file: fileText('FILE'),
    subgraphs: addresses('SUBGRAPHS'),
  };

  test('one message lists everything that is wrong, and quotes no value', () => {
    const wrong = { PORT: 'secret-1', MODE: 'secret-2', FILE: '/nowhere/secret-3', SUBGRAPHS: 'secret-4' };
    expect(() => readConfig(wrong, settings)).toThrow(
      [
        'The configuration cannot be used:',
        '  - PORT must be a whole number from 0 to 65535',
        '  - MODE must be one of development, production',
        '  - FOLDER is not set',
        '  - FILE must name a file this process may read',
        '  - SUBGRAPHS must be name=URL pairs separated by commas, or a file of them',
      ].join('\n'),
    );
  });

  test('values are parsed', () => {
    const read = readConfig(
      { PORT: '4000', FOLDER: 'x', FILE: import.meta.filename, SUBGRAPHS: 'a=http://127.0.0.1:1,b=http://127.0.0.1:2' },
      settings,
    );
    expect([read.port, read.mode, read.subgraphs.get('b')]).toEqual([4000, 'production', 'http://127.0.0.1:2']);
  });
});

describe('the log', () => {
  test('holds nothing of a person, however it is passed', () => {
    const lines: string[] = [];
    const log = createLog('test', 'trace', { write: (line) => void lines.push(line) });
    const person = '吕秀珍 999001195803125429';
    log.info(
      { ref: person, refs: [person], person, idNumber: person, name: person, variables: { id: person }, body: person, query: person },
      'fields',
    );
    log.info({ asked: { ref: person, token: person, proof: person, authorization: person } }, 'nested');
    const error = Object.assign(new Error(`value ${person} violates`), {
      detail: `Key (id_number)=(${person})`,
      code: '23505',
      parameters: [person],
    });
    log.error({ err: error }, 'error');
    expect(lines.length).toBe(3);
    expect(lines.join('')).not.toMatch(/吕秀珍|999001/);
    expect(lines[2]).toContain('23505');
    // Control: a field that may be written is.
    log.info({ organisation: 'civil-affairs' }, 'plain');
    expect(lines[3]).toContain('civil-affairs');
  });
});

test('a body past its limit is not read to its end', async () => {
  const post = (body: string) => new Request('http://x/', { method: 'POST', body });
  expect((await readBody(post('x'.repeat(100)), 100))?.length).toBe(100);
  expect(await readBody(post('x'.repeat(101)), 100)).toBeUndefined();
  let pulled = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  expect(await readBody(new Request('http://x/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit), 5_000)).toBeUndefined();
  expect(pulled).toBeLessThan(20);
});
