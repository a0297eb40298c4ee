import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { newestMonthFirst, orderForAsker } from '../../../kit/resolve/order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { CharityFederationLoaders } from '../data/open-records.js';
import { mapFundPayment, mapGrant } from '../map-aid.js';
import { mapDonation } from '../map-donation.js';
import { DonationAnswer } from '../types/donation-answer.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<CharityFederationLoaders>;

/** What the federation adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  charityAid(@Root() person: Person, @Ctx() context: Context): AidAnswer | null {
    const { grants, fundPayments } = context.loaders;
    return aidAnswer(person, context, async (ref) => {
      const [granted, paid] = await Promise.all([grants.load(ref), fundPayments.load(ref)]);
      return [...granted.map(mapGrant), ...paid.map(mapFundPayment)];
    });
  }

  @FieldResolver(() => DonationAnswer, { nullable: true })
  @Public('CONTAINER')
  earmarkedDonations(@Root() person: Person, @Ctx() { asOf, loaders, pseudonym }: Context): DonationAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => {
      const donations = (await loaders.donations.load(ref)).map((row) => ({
        donor: row.donorRef ?? undefined,
        donation: mapDonation(row),
      }));
      return orderForAsker(
        donations,
        ({ donation: a }, { donation: b }) => newestMonthFirst(a.donatedOn, b.donatedOn),
        ({ donation }) => donation.id ?? '',
        pseudonym,
      ).map(({ donor, donation }) => aboutPerson(ref, donation, donor));
    };
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }
}
