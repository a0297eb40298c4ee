import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { newestMonthFirst, orderForAsker } from '../../../kit/resolve/order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { DisabledPersonsLoaders } from '../data/open-records.js';
import { mapRehabilitationAid, mapSubsidy } from '../map-aid.js';
import { mapCard } from '../map-card.js';
import { DisabilityCardAnswer } from '../types/disability-card.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<DisabledPersonsLoaders>;

/** What the federation adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => DisabilityCardAnswer, { nullable: true })
  @Public('CONTAINER')
  disabilityCard(@Root() person: Person, @Ctx() { asOf, loaders, pseudonym }: Context): DisabilityCardAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () =>
      orderForAsker(
        (await loaders.cards.load(ref)).map(mapCard),
        (a, b) => newestMonthFirst(a.since, b.since),
        ({ id }) => id ?? '',
        pseudonym,
      ).map((card) => aboutPerson(ref, card));
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }

  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  disabledPersonsAid(@Root() person: Person, @Ctx() context: Context): AidAnswer | null {
    const { subsidies, rehabilitationAids } = context.loaders;
    return aidAnswer(person, context, async (ref) => {
      const [paid, approved] = await Promise.all([subsidies.load(ref), rehabilitationAids.load(ref)]);
      return [...paid.map(mapSubsidy), ...approved.map(mapRehabilitationAid)];
    });
  }
}
