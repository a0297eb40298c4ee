import { type unifiedGraphHandler as Handler, unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { expect, test } from '@jest/globals';
import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, parse, print } from 'graphql';
import { withOneKeyName } from './one-key-name.js';

const HEADER =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@inaccessible", "@external", "@requires"])';

/** A federation like the hub's: linkage holds a key for each agency, casework needs what all of them say. */
function supergraphOf(agencies: readonly string[]): string {
  const held = agencies.map((name) => `${name}Key`);
  const subgraphs = {
    linkage: `type Query { person(id: ID!): Person! people(ids: [ID!]!): [Person!]! }
      type Person @key(fields: "id", resolvable: false) @key(fields: "caseworkKey") ${held.map((key) => `@key(fields: "${key}", resolvable: false)`).join(' ')}
      { id: ID! caseworkKey: ID! @inaccessible ${held.map((key) => `${key}: ID! @inaccessible`).join(' ')} }`,
    casework: `type Person @key(fields: "caseworkKey") { caseworkKey: ID! @inaccessible
      ${agencies.map((name) => `${name}Aid: Int @external`).join(' ')} total: Int @requires(fields: "${agencies.map((name) => `${name}Aid`).join(' ')}") }`,
    ...Object.fromEntries(
      agencies.map((name) => [name, `type Person @key(fields: "${name}Key") { ${name}Key: ID! @inaccessible ${name}Aid: Int }`]),
    ),
  };
  const composed = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(`${HEADER} ${sdl}`) })),
  );
  if (!composed.supergraphSdl) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

type Sent = { readonly to: string; readonly text: string; readonly representations: readonly Record<string, unknown>[] };

/** Asks over subgraphs that know two persons; of each agency's keys the owner's name and the person's stand in the key. */
async function ask(handler: typeof Handler, agencies: readonly string[], query: string, missing?: string) {
  const sdl = supergraphOf(agencies);
  const sent: Sent[] = [];
  const personOf = (id: string) => ({
    id,
    __typename: 'Person',
    caseworkKey: `casework-${id}`,
    ...Object.fromEntries(agencies.map((name) => [`${name}Key`, name === missing ? null : `${name}-${id}`])),
  });
  const options = {
    unifiedGraph: buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => sdl,
    onSubgraphExecute: async (to: string, { document, variables }: ExecutionRequest): Promise<ExecutionResult> => {
      const representations = Object.values(variables ?? {}).find((value) => Array.isArray(value)) as Sent['representations'] | undefined;
      sent.push({ to, text: print(document), representations: to === 'linkage' ? [] : (representations ?? []) });
      if (to === 'linkage') return { data: { person: personOf('1'), people: [personOf('1'), personOf('2')] } };
      const said = representations?.map((entry) => ({
        __typename: 'Person',
        [`${to}Aid`]: String(entry[`${to}Key`]).length,
        total: agencies.reduce((sum, name) => sum + Number(entry[`${name}Aid`] ?? 0), 0),
      }));
      return { data: { _entities: said } };
    },
  };
  const { executor } = await handler(options as unknown as Parameters<typeof Handler>[0]);
  const answer = (await executor?.({ document: parse(query), variables: {}, context: {} } as ExecutionRequest)) as ExecutionResult;
  return { sent, answer };
}

const WHOLE = '{ people(ids: []) { id total northAid southAid } }';

test('each agency gets its own key of each person and no other, and answers are the same as without it', async () => {
  const agencies = ['north', 'south', 'west'];
  const { sent, answer } = await ask(withOneKeyName(unifiedGraphHandler), agencies, WHOLE);
  const control = await ask(unifiedGraphHandler, agencies, WHOLE);
  expect(answer.data).toEqual({
    people: [1, 2].map((id) => ({ id: String(id), total: 20, northAid: 7, southAid: 7 })),
  });
  expect(control.answer.data).toEqual(answer.data);
  for (const name of agencies) {
    const requests = sent.filter(({ to }) => to === name);
    expect(requests.map(({ representations }) => representations)).toEqual([
      [1, 2].map((id) => ({ __typename: 'Person', [`${name}Key`]: `${name}-${id}` })),
    ]);
    expect(JSON.stringify(requests)).not.toMatch(new RegExp(agencies.filter((other) => other !== name).join('|')));
  }
  // What is sent anywhere is written as without it, but linkage may be asked for more.
  const elsewhere = (all: readonly Sent[]) =>
    all
      .filter(({ to }) => to !== 'linkage')
      .map(({ to, representations }) => JSON.stringify([to, representations]))
      .sort();
  expect(elsewhere(sent)).toEqual(elsewhere(control.sent));
  expect(sent.find(({ to }) => to === 'linkage')?.text).toMatch(/northKey[\s\S]*southKey[\s\S]*westKey/);
});

test('a person of whom a key is missing is asked about nowhere', async () => {
  const { sent } = await ask(withOneKeyName(unifiedGraphHandler), ['north', 'south'], '{ person(id: "1") { northAid } }', 'south');
  expect(sent.filter(({ to, representations }) => to === 'north' && representations.length > 0)).toEqual([]);
});

test('with nine agencies there is a plan at all', async () => {
  const agencies = ['north', 'south', 'west', 'east', 'hill', 'lake', 'shore', 'wood', 'field'];
  const { sent, answer } = await ask(withOneKeyName(unifiedGraphHandler), agencies, WHOLE);
  expect((answer.data as { people: unknown[] }).people).toHaveLength(2);
  expect(sent.map(({ to }) => to).sort()).toEqual([...agencies, 'casework', 'linkage'].sort());
}, 20_000);

test('a federation without such keys is left as it is', async () => {
  const { sent, answer } = await ask(withOneKeyName(unifiedGraphHandler), ['north'], '{ person(id: "1") { northAid } }');
  expect(answer.data).toEqual({ person: { northAid: 7 } });
  expect(sent.map(({ to }) => to)).toEqual(['linkage', 'north']);
});
