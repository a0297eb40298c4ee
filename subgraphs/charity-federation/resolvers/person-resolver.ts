import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { CharityFederationLoaders } from '../data/open-records.js';
import { mapFundPayment, mapGrant, newestFirst } from '../map-aid.js';
import { mapDonation } from '../map-donation.js';
import { DonationAnswer } from '../types/donation-answer.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<CharityFederationLoaders>;

/** What the federation adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  charityAid(@Root() person: Person, @Ctx() { asOf, loaders }: Context): AidAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => {
      const [grants, payments] = await Promise.all([loaders.grants.load(ref), loaders.fundPayments.load(ref)]);
      return newestFirst([...grants.map(mapGrant), ...payments.map(mapFundPayment)]).map((aid) => aboutPerson(ref, aid));
    };
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }

  @FieldResolver(() => DonationAnswer, { nullable: true })
  @Public('CONTAINER')
  earmarkedDonations(@Root() person: Person, @Ctx() { asOf, loaders }: Context): DonationAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => {
      const rows = await loaders.donations.load(ref);
      return rows.map((row) => aboutPerson(ref, mapDonation(row), row.donorRef ?? undefined));
    };
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }
}
