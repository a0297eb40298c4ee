import { describe, expect, test } from '@jest/globals';
import type { HouseState } from '../home/state.js';
import { CommandError } from '../language.js';
import { askSupervisor, openControl } from './control.js';

const stateOf = (control: HouseState['control']): HouseState => ({ pid: process.pid, startedAt: '', together: false, control });

describe('the door of the supervisor', () => {
  test('answers who knows the word, and passes problems on', async () => {
    const door = await openControl(async (request) => {
      if (request.ask === 'STOP') throw new CommandError({ zh: '没有', en: `no ${request.name}` });
      return [{ name: 'gateway', port: 4000, running: true }];
    });
    try {
      expect(await askSupervisor(stateOf(door.control), { ask: 'STATUS' })).toEqual([{ name: 'gateway', port: 4000, running: true }]);
      await expect(askSupervisor(stateOf(door.control), { ask: 'STOP', name: 'x' })).rejects.toThrow('no x');
      const wrong = stateOf({ ...door.control, token: 'guess' });
      await expect(askSupervisor(wrong, { ask: 'STATUS' })).rejects.toThrow(/does not answer/);
    } finally {
      door.close();
    }
    await expect(askSupervisor(stateOf(door.control), { ask: 'STATUS' })).rejects.toThrow(/does not answer/);
  });
});
