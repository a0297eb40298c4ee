import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { DibaoGrant } from './dibao-grant.js';
import { EconomicCheck } from './economic-check.js';
import { Household } from './household.js';
import { HouseholdMember } from './household-member.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { PersonsByNumber1763000000000 } from './migrations/1763000000000-persons-by-number.js';
import { Referrals1763600000000 } from './migrations/1763600000000-referrals.js';
import { NearDibaoGrant } from './near-dibao-grant.js';
import { Person } from './person.js';
import { Referral } from './referral.js';
import { Resident } from './resident.js';
import { RigidExpenditure } from './rigid-expenditure.js';
import { TekunGrant } from './tekun-grant.js';
import { TemporaryAid } from './temporary-aid.js';

const ENTITIES = [
  DibaoGrant,
  EconomicCheck,
  Household,
  HouseholdMember,
  NearDibaoGrant,
  Person,
  Referral,
  Resident,
  RigidExpenditure,
  TekunGrant,
  TemporaryAid,
];

/** Opens the bureau's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, {
    owner: 'civil-affairs',
    entities: ENTITIES,
    migrations: [CreateRecords1760000000000, PersonsByNumber1763000000000, Referrals1763600000000],
  });
