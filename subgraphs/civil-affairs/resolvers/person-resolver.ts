import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { newestMonthFirst, orderForAsker } from '../../../kit/resolve/order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { MeansCheckAnswer } from '../../../schema/types/means-check.js';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { StatusAnswer } from '../../../schema/types/status.js';
import type { HouseholdRow } from '../data/find-households.js';
import type { CivilAffairsLoaders } from '../data/open-records.js';
import { mapRegularAid, mapTemporaryAid } from '../map-aid.js';
import { mapHousehold, mapMember } from '../map-household.js';
import { mapIdentity } from '../map-identity.js';
import { mapMeansCheck } from '../map-means-check.js';
import { mapStatuses } from '../map-status.js';
import { Household } from '../types/household.js';
import type { HouseholdMember } from '../types/household-member.js';
import { Identity } from '../types/identity.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<CivilAffairsLoaders>;

/** What civil affairs adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => Identity, { nullable: true })
  @Public('CONTAINER')
  civilAffairsIdentity(@Root() person: Person, @Ctx() { loaders }: Context): Identity | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => mapIdentity((await loaders.residents.load(ref)).at(-1));
    return aboutPerson(ref, {
      name: lazily(async () => (await read()).name),
      sex: lazily(async () => (await read()).sex),
      birthDate: lazily(async () => (await read()).birthDate),
    });
  }

  @FieldResolver(() => Household, { nullable: true })
  @Protected(['HOUSEHOLD'], 'REDACT')
  async household(@Root() person: Person, @Ctx() context: Context): Promise<Household | null> {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const row = (await context.loaders.households.load(ref)).at(-1);
    if (!row) return null;
    return aboutPerson(ref, { ...mapHousehold(row), members: lazily(() => readMembers(ref, row, context)) });
  }

  @FieldResolver(() => StatusAnswer, { nullable: true })
  @Public('CONTAINER')
  civilAffairsStatus(@Root() person: Person, @Ctx() { asOf, loaders, pseudonym }: Context): StatusAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => mapStatuses(await loaders.registerEntries.load(ref), pseudonym).map((status) => aboutPerson(ref, status));
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }

  @FieldResolver(() => MeansCheckAnswer, { nullable: true })
  @Public('CONTAINER')
  civilAffairsChecks(@Root() person: Person, @Ctx() { asOf, loaders, pseudonym }: Context): MeansCheckAnswer | null {
    const ref = subjectOf(person, 'SELF');
    if (ref === undefined) return null;
    const read = async () => {
      const checks = (await loaders.meansChecks.load(ref)).map(mapMeansCheck);
      const ordered = orderForAsker(
        checks,
        (a, b) => newestMonthFirst(a.reportedOn, b.reportedOn),
        ({ id }) => id ?? '',
        pseudonym,
      );
      return ordered.map((check) => aboutPerson(ref, check));
    };
    return aboutPerson(ref, { asOf, items: lazily(read) });
  }

  @FieldResolver(() => AidAnswer, { nullable: true })
  @Public('CONTAINER')
  civilAffairsAid(@Root() person: Person, @Ctx() context: Context): AidAnswer | null {
    const { registerEntries, temporaryAids } = context.loaders;
    return aidAnswer(person, context, async (ref) => {
      const [entries, temporary] = await Promise.all([registerEntries.load(ref), temporaryAids.load(ref)]);
      return [...entries.flatMap(mapRegularAid), ...temporary.map(mapTemporaryAid)];
    });
  }
}

/** The other members, in no order that would tell their relation. */
async function readMembers(ref: string, household: HouseholdRow, { loaders, pseudonym }: Context): Promise<HouseholdMember[]> {
  const rows = (await loaders.members.load(household.householdNo)).filter((row) => row.ref !== ref);
  const ordered = orderForAsker(
    rows,
    () => 0,
    ({ residentNo }) => `MEMBER:${residentNo}`,
    pseudonym,
  );
  return ordered.map((row) => aboutPerson(ref, mapMember(row), row.ref ?? undefined));
}
