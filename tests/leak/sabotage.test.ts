import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../kit/agency.js';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { subjectOf } from '../../kit/resolve/subject.js';
import { buildFederatedSchema, buildPolicedSchema } from '../../kit/serve/build-policed-schema.js';
import { createAgencyApp, serveAgency } from '../../kit/serve/serve-agency.js';
import { compose } from '../../schema/compose.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { lintSubgraphs } from '../../schema/lint/lint-subgraphs.js';
import { Public } from '../../schema/types/policy-decorators.js';
import type { CivilAffairsLoaders } from '../../subgraphs/civil-affairs/data/open-records.js';
import { definition as civilAffairs } from '../../subgraphs/civil-affairs/definition.js';
import { Person } from '../../subgraphs/civil-affairs/types/person.js';
import { askerOf } from '../hub/every-asker.js';
import { type LeakSearch, STATES, startLeakSearch } from './leak-search.js';

/** The leak test must fail when something is wrong, or it proves nothing. */
const officer = askerOf('lin-yue');
const [silence, summary] = STATES as [(typeof STATES)[number], (typeof STATES)[number]];
const root = join(import.meta.dirname, '../..');

type Resolve = GraphQLFieldResolver<unknown, unknown> | undefined;
interface Wrapped {
  resolve?: Resolve;
}

/** Fields a charity officer with a SUMMARY grant reaches, in which a marker stands. */
const REACHED = [
  ...['id', 'programme', 'diagnosis', 'amount', 'grantedOn', 'lastPaidOn'].map((field) => `AidRecord.${field}`),
  ...['wording', 'since', 'until', 'reviewOn'].map((field) => `StatusRecord.${field}`),
  ...['name', 'birthDate'].map((field) => `Identity.${field}`),
  ...['id', 'amount', 'donorName', 'donatedOn'].map((field) => `EarmarkedDonation.${field}`),
];

describe('with one wrapper removed the leak test fails', () => {
  let search: LeakSearch;
  const served: { policed: GraphQLSchema; bare: GraphQLSchema }[] = [];

  beforeAll(async () => {
    search = await startLeakSearch({
      serve: async (definition, options) => {
        const policed = await buildPolicedSchema(definition);
        served.push({ policed: policed.schema, bare: (await buildFederatedSchema(definition)).schema });
        return serveAgency(definition, policed, options);
      },
    });
  }, 120_000);
  afterAll(() => search?.hub.close());

  const field = (schema: GraphQLSchema, coordinate: string): Wrapped | undefined => {
    const [type = '', name = ''] = coordinate.split('.');
    const found = schema.getType(type);
    return isObjectType(found) ? (found.getFields()[name] as Wrapped | undefined) : undefined;
  };

  test('with all of them it does not', async () => {
    expect((await search.search(officer, summary)).leaks).toEqual([]);
  });

  test.each(REACHED)('%s', async (coordinate) => {
    const undo: (() => void)[] = [];
    for (const { policed, bare } of served) {
      const wrapped = field(policed, coordinate);
      if (!wrapped) continue;
      const { resolve } = wrapped;
      wrapped.resolve = field(bare, coordinate)?.resolve;
      undo.push(() => {
        wrapped.resolve = resolve;
      });
    }
    const { leaks } = await search.search(officer, summary);
    for (const restore of undo) restore();
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks.some(({ where }) => where.includes(coordinate))).toBe(true);
  });
});

@Resolver(() => Person)
class CarelessResolver {
  @FieldResolver(() => String, { nullable: true })
  @Public('META')
  async remark(@Root() person: Person, @Ctx() { loaders }: AgencyContext<CivilAffairsLoaders>): Promise<string | null> {
    const rows = await loaders.residents.load(subjectOf(person, 'SELF') ?? '');
    return rows.at(-1)?.name ?? null;
  }
}

describe('with one raw column behind a wrong @public', () => {
  const careless = { ...civilAffairs, resolvers: [...civilAffairs.resolvers, CarelessResolver] };
  const committed = (name: string) => readFileSync(join(root, 'schema', name), 'utf8');
  let subgraphs: { name: string; sdl: string }[];

  beforeAll(async () => {
    const sdl = emitSdl(await buildAgencySchema(careless));
    const files = readdirSync(join(root, 'schema/subgraphs')).filter((file) => file !== 'civil-affairs.graphql');
    subgraphs = files.map((file) => ({ name: file.replace(/\.graphql$/, ''), sdl: committed(`subgraphs/${file}`) }));
    subgraphs.push({ name: 'civil-affairs', sdl });
  });

  test('the linter refuses it: nobody reviewed the field', () => {
    const problems = lintSubgraphs(subgraphs, { publicFields: committed('public-fields.txt') });
    expect(problems.map(({ code, coordinate }) => [code, coordinate])).toEqual([['PUBLIC_NOT_LISTED', 'Person.remark']]);
  });

  test('and past the linter the leak test fails', async () => {
    const composed = compose(subgraphs, { publicFields: null });
    if ('errors' in composed) throw new Error(JSON.stringify(composed.errors));
    const search = await startLeakSearch({
      supergraph: composed.supergraph,
      sdl: { 'civil-affairs': subgraphs.at(-1)?.sdl ?? '' },
      serve: (definition, options) =>
        createAgencyApp((definition.name === 'civil-affairs' ? careless : definition) as typeof definition, options),
    });
    try {
      const { leaks } = await search.search(officer, silence);
      expect(leaks.length).toBeGreaterThan(0);
      expect(leaks.every(({ where }) => where.includes('Person.remark'))).toBe(true);
    } finally {
      await search.hub.close();
    }
  }, 120_000);
});
