import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { ExampleAgencyLoaders } from '../data/open-records.js';
import { mapAid } from '../map-aid.js';
import { Person } from '../types/person.js';

/** What the agency adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  exampleAgencyAid(@Root() person: Person, @Ctx() context: AgencyContext<ExampleAgencyLoaders>): AidAnswer | null {
    return aidAnswer(person, context, async (ref) => (await context.loaders.aids.load(ref)).map(mapAid));
  }
}
