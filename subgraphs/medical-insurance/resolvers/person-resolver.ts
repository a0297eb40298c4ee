import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { aidAnswer } from '../../../kit/resolve/aid-answer.js';
import { newestMonthFirst, orderForAsker } from '../../../kit/resolve/order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from '../../../kit/resolve/subject.js';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import { SettlementAnswer } from '../../../schema/types/settlement.js';
import type { MedicalInsuranceLoaders } from '../data/open-records.js';
import { mapAid } from '../map-aid.js';
import { mapAlert } from '../map-alert.js';
import { mapCover } from '../map-cover.js';
import { mapSettlement } from '../map-settlement.js';
import { CoverAnswer } from '../types/cover.js';
import { HighCostAlertAnswer } from '../types/high-cost-alert.js';
import { Person } from '../types/person.js';

type Context = AgencyContext<MedicalInsuranceLoaders>;

/** What medical insurance adds to a person. Rows are read when a field that may be released asks for them. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => CoverAnswer, { nullable: true, description: 'Basic medical insurance.' })
  @Public('CONTAINER')
  medicalInsuranceCover(@Root() person: Person, @Ctx() context: Context): CoverAnswer | null {
    return listAnswer(person, context, 'covers', {
      map: mapCover,
      idOf: (row) => `COVER:${row.psnNo}:${row.insuranceType}:${row.beganOn}`,
      dateOf: (row) => row.beganOn,
    });
  }

  @FieldResolver(() => SettlementAnswer, { nullable: true, description: 'Settled medical bills, by payer.' })
  @Public('CONTAINER')
  settlements(@Root() person: Person, @Ctx() context: Context): SettlementAnswer | null {
    return listAnswer(person, context, 'settlements', {
      map: mapSettlement,
      idOf: (row) => `SETTLEMENT:${row.settlementId}`,
      dateOf: (row) => row.settledOn,
    });
  }

  @FieldResolver(() => AidAnswer, { nullable: true, description: 'Medical assistance.' })
  @Public('CONTAINER')
  medicalInsuranceAid(@Root() person: Person, @Ctx() context: Context): AidAnswer | null {
    return aidAnswer(person, context, async (ref) => (await context.loaders.assistance.load(ref)).map(mapAid));
  }

  @FieldResolver(() => HighCostAlertAnswer, { nullable: true })
  @Public('CONTAINER')
  highCostAlerts(@Root() person: Person, @Ctx() context: Context): HighCostAlertAnswer | null {
    return listAnswer(person, context, 'alerts', {
      map: mapAlert,
      idOf: (row) => `ALERT:${row.alertNo}`,
      dateOf: (row) => row.raisedOn,
    });
  }
}

type RowOf<K extends keyof MedicalInsuranceLoaders> = Awaited<ReturnType<MedicalInsuranceLoaders[K]['load']>>[number];

/** A list about one person: read when it may be released, the newest month first, each object marked as that person's. */
function listAnswer<K extends keyof MedicalInsuranceLoaders, T extends object>(
  person: object,
  { asOf, loaders, pseudonym }: Context,
  loader: K,
  { map, idOf, dateOf }: { map: (row: RowOf<K>) => T; idOf: (row: RowOf<K>) => string; dateOf: (row: RowOf<K>) => string },
): { asOf: string; items: T[] } | null {
  const ref = subjectOf(person, 'SELF');
  if (ref === undefined) return null;
  const items = lazily(async () => {
    const rows = (await loaders[loader].load(ref)) as RowOf<K>[];
    const ordered = orderForAsker(rows, (a, b) => newestMonthFirst(dateOf(a), dateOf(b)), idOf, pseudonym);
    return ordered.map((row) => aboutPerson(ref, map(row)));
  });
  return aboutPerson(ref, { asOf, items });
}
