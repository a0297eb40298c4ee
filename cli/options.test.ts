import { describe, expect, test } from '@jest/globals';
import { CommandError, chooseLanguage } from './language.js';
import { needed, readCommandLine, wholeNumber } from './options.js';

describe('the command line', () => {
  test('words and options', () => {
    expect(readCommandLine(['start', 'gateway', '--port', '5000', '--together'])).toEqual({
      words: ['start', 'gateway'],
      options: { port: '5000', together: true },
    });
  });

  test('an error names the option and never a value: it could be an ID number', () => {
    for (const args of [
      ['ask', '--number', '99900119900101123X'],
      ['ask', '--id=1', '--numb=99900119900101123X'],
    ]) {
      let message = '';
      try {
        readCommandLine(args);
      } catch (error) {
        message = (error as CommandError).term.en + (error as CommandError).term.zh;
      }
      expect(message).toMatch(/--numb/);
      expect(message).not.toMatch(/9990/);
    }
  });

  test('numbers and mandatory options', () => {
    expect(wholeNumber('7', 'seed', { min: 0, max: 9 })).toBe(7);
    expect(wholeNumber(undefined, 'seed', { min: 0, max: 9 })).toBeUndefined();
    for (const wrong of ['x', '1.5', '10', '-1']) expect(() => wholeNumber(wrong, 'seed', { min: 0, max: 9 })).toThrow(CommandError);
    expect(() => needed('', 'as')).toThrow('--as is missing');
  });

  test('the language: asked for, else the environment, else English', () => {
    expect(chooseLanguage('zh', {})).toBe('zh');
    expect(chooseLanguage(undefined, { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(chooseLanguage(undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(() => chooseLanguage('fr', {})).toThrow(CommandError);
  });
});
