import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { afterAll, describe, expect, it } from '@jest/globals';
import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { type DocumentNode, type ExecutionResult, execute, parse, print } from 'graphql';
import { type Composition, compose, placeholderUrl } from './compose.js';
import { SDL_PREAMBLE } from './emit-sdl.js';
import { type Bodies, person, SECRET, sdls } from './lint/cases/lint-case.js';
import { MINI_COUNTY } from './lint/cases/mini-county.js';

const UNLISTED = { publicFields: null };
const composed = (bodies: Bodies) => supergraphOf(compose(sdls(bodies), UNLISTED));

function supergraphOf(composition: Composition): string {
  if ('errors' in composition) throw new Error(composition.errors.map(({ message }) => message).join('\n'));
  return composition.supergraph;
}

describe('the composed supergraph', () => {
  const supergraph = composed(MINI_COUNTY);
  let gateway: GatewayRuntime | undefined;
  afterAll(async () => gateway?.[Symbol.asyncDispose]());

  it('keeps the policy of every field', () => {
    expect(supergraph).toMatch(/amount: Amount .*@consent\(categories: \[AID\], subject: SELF\).*@deidentify\(by: BAND_AMOUNT\)/);
    expect(supergraph).toMatch(/priorAid: PriorAid .*@derived/);
    expect(supergraph).toMatch(/asOf: DateTime! .*@public\(as: META\)/);
    for (const name of ['consent', 'deidentify', 'derived', 'public']) expect(supergraph).toContain(`directive @${name}`);
  });

  it('names only placeholder addresses, and is the same whatever the order', () => {
    for (const name of Object.keys(MINI_COUNTY)) expect(supergraph).toContain(placeholderUrl(name));
    expect(composed(Object.fromEntries(Object.entries(MINI_COUNTY).reverse()))).toBe(supergraph);
  });

  it('shows no key to askers', () => {
    const open = print(transformSupergraphToPublicSchema(parse(supergraph)));
    expect(open).toContain('priorAid');
    expect(open).not.toMatch(/\w+Key/);
  });

  it('answers: translates keys, hands casework what the agencies released, and lives without one of them', async () => {
    const running = runMiniCounty();
    const down = new Set<string>();
    const hub = createGatewayRuntime({
      supergraph,
      unifiedGraphHandler,
      logging: false,
      transports: {
        http: {
          getSubgraphExecutor:
            ({ subgraphName }) =>
            ({ document, variables }) =>
              running(subgraphName, document, variables ?? {}, down) as never,
        },
      },
    });
    gateway = hub;
    const ask = async () => {
      const body = JSON.stringify({ query: '{ person(id: "p") { id clinicAid { items { kind } } priorAid { kinds } } }' });
      const answer = await hub.fetch('http://hub/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await answer.json()).data.person;
    };
    expect(await ask()).toEqual({ id: 'p', clinicAid: { items: [{ kind: 'clinic p' }] }, priorAid: { kinds: ['clinic p', 'school p'] } });
    down.add('clinic');
    expect(await ask()).toEqual({ id: 'p', clinicAid: null, priorAid: { kinds: ['school p'] } });
  });
});

describe('what composition alone does not see', () => {
  const oneSided = (city: string): Bodies => ({
    linkage: MINI_COUNTY.linkage as string,
    clinic: person('clinic', `clinicHome: Address ${SECRET}`, `type Address @shareable { city: String ${SECRET} }`),
    school: person('school', `schoolSite: Address ${SECRET}`, `type Address @shareable { city: String ${city} }`),
    casework: `type Person @key(fields: "caseworkKey") { caseworkKey: ID! @inaccessible @public(as: KEY) note: String @derived }`,
  });
  const codes = (composition: Composition) => ('errors' in composition ? composition.errors.map(({ code }) => code) : []);
  const unlinted = (bodies: Bodies) => composeServices(sdls(bodies).map(({ name, sdl }) => ({ name, typeDefs: parse(sdl) })));

  it('one-sided protection composes, and looks complete in the supergraph (control)', () => {
    const result = unlinted(oneSided(''));
    expect(result.errors).toBeUndefined();
    expect(result.supergraphSdl).toMatch(/city: String .*@consent\(categories: \[HEALTH\], subject: SELF\)/);
  });

  it('the linter refuses it, and accepts the same county protected on both sides', () => {
    expect(codes(compose(sdls(oneSided('')), UNLISTED))).toEqual(['POLICY_MISSING']);
    expect(codes(compose(sdls(oneSided('@public(as: META)')), UNLISTED))).toEqual(['PROTECTION_DIFFERS', 'PROTECTION_DIFFERS']);
    expect(codes(compose(sdls(oneSided(SECRET)), UNLISTED))).toEqual([]);
  });

  const taking = (field: string): Bodies => {
    const header = SDL_PREAMBLE.replace('"@requires"', '"@requires", "@override"');
    const school = `${header}\n${person('school', field)}`;
    const linkage = (MINI_COUNTY.linkage as string).replaceAll(', resolvable: false', '');
    return { ...oneSided(SECRET), linkage, clinic: person('clinic'), school };
  };
  it.each([
    [
      '@override that takes a protected field over',
      `clinicNote: String @override(from: "clinic") @public(as: META)`,
      'DIRECTIVE_FORBIDDEN',
    ],
    [
      '@requires that ships a raw value to another agency',
      `clinicNote: String @external @public(as: META) grade: String @requires(fields: "clinicNote") @public(as: META)`,
      'REQUIRES_OUTSIDE_CASEWORK',
    ],
  ])('%s composes (control), and the linter refuses it', (_attack, field, code) => {
    expect(unlinted(taking(field)).errors).toBeUndefined();
    expect(codes(compose(sdls(taking(field)), UNLISTED))).toContain(code);
  });

  it("tells the composer's own errors, also those it throws", () => {
    const alone = { linkage: MINI_COUNTY.linkage as string };
    const unshared = { ...alone, clinic: person('clinic', `note: String ${SECRET}`), school: person('school', `note: String ${SECRET}`) };
    expect(codes(compose(sdls(unshared), UNLISTED))).toContain('INVALID_FIELD_SHARING');
    const twofold = { ...alone, clinic: person('clinic', '', `extend type Ward { a: String ${SECRET} } enum Ward { A }`) };
    expect(codes(compose(sdls(twofold), UNLISTED))).toEqual(['COMPOSITION']);
  });
});

/** The four subgraphs of the mini county, each telling its own name and the person's. */
function runMiniCounty(): (
  name: string,
  document: DocumentNode,
  variables: Record<string, unknown>,
  down: ReadonlySet<string>,
) => Promise<ExecutionResult> {
  const source = { __resolveReference: (representation: object) => representation };
  const agency = (name: string) => ({
    Person: {
      ...source,
      [`${name}Aid`]: (self: Record<string, string>) => ({
        asOf: '2025-01-01T00:00:00Z',
        items: [{ kind: `${name} ${self[`${name}Key`]}`, amount: { min: '1.00', max: '1.00' } }],
      }),
    },
  });
  type Answer = { items: { kind: string }[] } | null;
  const keys = (id: string) => ({ id, caseworkKey: id, clinicKey: id, schoolKey: id });
  const resolvers: Record<string, object> = {
    linkage: { Query: { person: (_: unknown, { id }: { id: string }) => keys(id) }, Person: source },
    clinic: agency('clinic'),
    school: agency('school'),
    casework: {
      Person: {
        ...source,
        priorAid: ({ clinicAid, schoolAid }: { clinicAid: Answer; schoolAid: Answer }) => ({
          kinds: [clinicAid, schoolAid].flatMap((answer) => answer?.items.map(({ kind }) => kind) ?? []),
        }),
      },
    },
  };
  const schemas = new Map(
    sdls(MINI_COUNTY).map(({ name, sdl }) => [name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers[name] as never })]),
  );
  return async (name, document, variableValues, down) => {
    const schema = schemas.get(name);
    if (!schema || down.has(name)) throw new Error('nobody answers');
    return execute({ schema, document, variableValues });
  };
}
