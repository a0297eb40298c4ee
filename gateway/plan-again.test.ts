import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { type FakeHub, fakeAsker, fakeHub } from './testing/fake-hub.js';

const lin = fakeAsker('lin-yue', 'charity-desk', ['case-officer']);
const planAsync = jest.spyOn(QueryPlanner.prototype, 'planAsync');
const breakOff = () => Promise.reject(new Error('broken off'));

let hub: FakeHub;
beforeAll(async () => {
  hub = await fakeHub();
});
afterEach(() => void planAsync.mockClear());
afterAll(() => hub.app.close());

const ask = async (query: string) => (await hub.ask(lin, query)).body;

test('a text is planned once, for all who ask it', async () => {
  const query = '{ person(id: "a") { id } }';
  for (const answer of [...(await Promise.all([1, 2, 3].map(() => ask(query)))), await ask(query)])
    expect(answer.data).toEqual({ person: { id: 'a' } });
  expect(planAsync).toHaveBeenCalledTimes(1);
});

test('who waits for a plan that another broke off is answered all the same, and all by one more plan', async () => {
  const query = '{ person(id: "b") { id } }';
  planAsync.mockImplementationOnce(breakOff);
  for (const answer of await Promise.all([1, 2, 3].map(() => ask(query)))) expect(answer.data).toEqual({ person: { id: 'b' } });
  expect(planAsync).toHaveBeenCalledTimes(2);
});

test('what could not be planned is planned again when it is asked again', async () => {
  const query = '{ person(id: "c") { id } }';
  planAsync.mockImplementationOnce(breakOff).mockImplementationOnce(breakOff);
  expect((await ask(query)).errors).toHaveLength(1);
  expect((await ask(query)).data).toEqual({ person: { id: 'c' } });
  expect(planAsync).toHaveBeenCalledTimes(3);
});
