import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { newestMonthFirst, orderForAsker } from '../../../kit/resolve/order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { CampaignAnswer } from '../../../schema/types/campaign.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { CrowdfundingLoaders } from '../data/open-records.js';
import { mapAid, mapCampaign } from '../map-campaign.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<CrowdfundingLoaders>;

/** What the company adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => CampaignAnswer, { nullable: true })
  @Public('CONTAINER')
  crowdfundingCampaigns(@Root() person: Person, @Ctx() { asOf, loaders, pseudonym }: Context): CampaignAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () =>
      orderForAsker(
        (await loaders.campaigns.load(ref)).map(mapCampaign),
        (a, b) => newestMonthFirst(a.openedOn, b.openedOn),
        ({ id }) => id ?? '',
        pseudonym,
      ).map((campaign) => aboutPerson(ref, campaign));
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }

  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  crowdfundingAid(@Root() person: Person, @Ctx() context: Context): AidAnswer | null {
    return aidAnswer(person, context, async (ref) => (await context.loaders.campaigns.load(ref)).flatMap(mapAid));
  }
}
