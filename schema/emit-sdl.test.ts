import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildSchema, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { emitSdl, SDL_PREAMBLE } from './emit-sdl.js';
import { lintSubgraphs } from './lint/lint-subgraphs.js';
import { AidAnswer } from './types/aid.js';
import { Protected, Public } from './types/policy-decorators.js';

@ObjectType()
@Directive('@key(fields: "clinicKey")')
class Person {
  @Field(() => ID)
  @Public('KEY')
  @Directive('@inaccessible')
  clinicKey!: string;

  @Field(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  clinicAid!: AidAnswer | null;

  @Field(() => String, { nullable: true })
  @Protected(['IDENTITY', 'HOUSEHOLD'], 'MASK_NAME', 'OTHER')
  spouse!: string | null;
}

@ObjectType()
class Category {
  @Field(() => String)
  @Public('CATALOGUE')
  title!: string;
}

@Resolver()
class NothingToAsk {}

@Resolver()
class Catalogue {
  @Query(() => [String])
  @Public('CATALOGUE')
  wards(): string[] {
    return [];
  }

  @Query(() => [String])
  @Public('CATALOGUE')
  beds(): string[] {
    return [];
  }
}

const build = (resolver: new () => object, types: (new () => object)[] = [Person]) =>
  buildSchema({ resolvers: [resolver], orphanedTypes: types, validate: false, skipCheck: true }).then(emitSdl);

describe('the SDL of type-graphql classes', () => {
  it('begins with the preamble and holds each definition once', async () => {
    const sdl = await build(Catalogue);
    expect(sdl.startsWith(SDL_PREAMBLE)).toBe(true);
    const names = parse(sdl).definitions.flatMap((node) => ('name' in node && node.name ? [`${node.kind} ${node.name.value}`] : []));
    expect(new Set(names).size).toBe(names.length);
  });

  it('keeps every applied directive, enum values as enum values', async () => {
    const sdl = await build(Catalogue);
    expect(sdl).toContain('clinicKey: ID! @inaccessible @public(as: KEY)');
    expect(sdl).toContain('spouse: String @consent(categories: [IDENTITY, HOUSEHOLD], subject: OTHER) @deidentify(by: MASK_NAME)');
    expect(sdl).toContain('items: [AidRecord!] @shareable @consent(categories: [AID], subject: SELF) @deidentify(by: PRESENCE)');
  });

  it('is a federation subgraph that the linter accepts, with and without root fields', async () => {
    for (const resolver of [Catalogue, NothingToAsk]) {
      const sdl = await build(resolver);
      expect(() => buildSubgraphSchema({ typeDefs: parse(sdl) })).not.toThrow();
      expect(lintSubgraphs([{ name: 'clinic', sdl }], { publicFields: null })).toEqual([]);
    }
  });

  it('orders root fields by name and leaves out an empty Query', async () => {
    expect(await build(Catalogue)).toMatch(/type Query \{\n {2}beds: .*\n {2}wards: /);
    expect(await build(NothingToAsk)).not.toContain('type Query');
  });

  it('gives the same bytes again', async () => {
    expect(await build(Catalogue)).toBe(await build(Catalogue));
  });

  it('refuses a type with a name of the policy directives', async () => {
    await expect(build(Catalogue, [Person, Category])).rejects.toThrow('Category');
  });
});
