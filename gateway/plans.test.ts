import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { type FakeHub, fakeAsker, fakeHub } from './testing/fake-hub.js';

const lin = fakeAsker('lin-yue', 'charity-desk', ['case-officer']);
const STANDARD = 'query Standard($id: ID!) { person(id: $id) { id charityAid { asOf } } }';
const planAsync = jest.spyOn(QueryPlanner.prototype, 'planAsync');
const plannedTexts = () => planAsync.mock.calls.map(([text]) => print(parse(text)));

/** Until so many texts were given to the planner. */
const planned = async (count: number) => {
  while (planAsync.mock.calls.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

let hub: FakeHub;
beforeAll(async () => {
  hub = await fakeHub({ questions: [STANDARD, '{ nothingOfTheKind }', '{ people(ids: []) { id } }'] });
});
afterEach(() => void planAsync.mockClear());
afterAll(() => hub.app.close());

test('the standard questions are planned before anybody asks, one after the other, and nothing of them is sent', async () => {
  await planned(3);
  await Promise.allSettled(planAsync.mock.results.map(({ value }) => value));
  expect(plannedTexts()[0]).toBe(print(parse(STANDARD)));
  expect([hub.received, hub.operations]).toEqual([[], []]);
});

test('what was planned is not planned again, however it is written; another text is', async () => {
  const rewritten = STANDARD.replaceAll('{', '{\n  ');
  for (const [query, times] of [
    [rewritten, 0],
    [STANDARD, 0],
    [STANDARD.replace('asOf', 'asOf items { note }'), 1],
  ] as const) {
    planAsync.mockClear();
    expect((await hub.ask(lin, query, { id: 'a' })).body.data).toMatchObject({ person: { id: 'a' } });
    expect(planAsync).toHaveBeenCalledTimes(times);
  }
});

test('requests that come while a text is planned wait for that plan', async () => {
  const query = '{ person(id: "b") { id } }';
  const answers = await Promise.all([1, 2, 3].map(() => hub.ask(lin, query)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(planAsync).toHaveBeenCalledTimes(1);
});

test('what could not be planned is tried again', async () => {
  const query = '{ person(id: "c") { id } }';
  planAsync.mockImplementationOnce(() => Promise.reject(new Error('broken off')));
  expect((await hub.ask(lin, query)).body.errors).toHaveLength(1);
  expect((await hub.ask(lin, query)).body.data).toEqual({ person: { id: 'c' } });
  expect(planAsync).toHaveBeenCalledTimes(2);
});

test('another supergraph plans what was asked last', async () => {
  await hub.app.take(hub.served);
  await planned(4);
  expect(plannedTexts()).toContain(print(parse('{ person(id: "c") { id } }')));
});
