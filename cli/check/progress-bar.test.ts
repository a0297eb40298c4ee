import { describe, expect, test } from '@jest/globals';
import { width } from '../table/width.js';
import { createProgressBar } from './progress-bar.js';

function screen(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, stream };
}

describe('progress', () => {
  test('on a terminal: one line, drawn again in its place, never wider than the terminal', () => {
    for (const columns of [80, 30]) {
      const { written, stream } = screen(true, columns);
      let now = 0;
      const bar = createProgressBar(1000, 'zh', stream, () => now);
      for (const done of [0, 100, 500, 1000]) {
        now += 10_000;
        bar.show(done);
      }
      bar.end();
      expect(written.at(-1)).toBe('\n');
      const lines = written.slice(0, -1).map((text) => {
        expect(text.startsWith('\r')).toBe(true);
        return text.replace('\r', '').replace('\x1b[K', '');
      });
      expect(lines).toHaveLength(4);
      for (const line of lines) expect(width(line)).toBeLessThan(columns);
      if (columns === 80) expect(lines[2]).toBe('[████████████░░░░░░░░░░░░] 已查询 500/1000 人，约还需 30 秒');
    }
  });

  test('is not drawn more often than an eye follows, but its end is', () => {
    const { written, stream } = screen(true);
    let now = 1000;
    const bar = createProgressBar(1000, 'en', stream, () => now);
    for (let done = 1; done <= 1000; done++) {
      now += 1;
      bar.show(done);
    }
    expect(written.length).toBeLessThan(15);
    expect(written.at(-1)).toContain('1000 of 1000');
  });

  test('in a file or pipe: a line every tenth, without control characters', () => {
    const { written, stream } = screen(false);
    const bar = createProgressBar(1000, 'en', stream, () => 0);
    for (let done = 0; done <= 1000; done += 25) bar.show(done);
    bar.end();
    expect(written).toHaveLength(10);
    for (const control of ['\r', '\x1b']) expect(written.join('')).not.toContain(control);
    expect(written.at(-1)).toBe('asked about 1000 of 1000 persons\n');
  });

  test('a run that goes on begins where it was', () => {
    const { written, stream } = screen(true);
    let now = 0;
    const bar = createProgressBar(1000, 'en', stream, () => now);
    bar.show(900);
    now = 10_000;
    bar.show(950);
    expect(written.at(-1)).toContain('950 of 1000 persons, about 10 s left');
  });
});
