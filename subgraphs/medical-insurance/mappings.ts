import type { AlertState } from '../../schema/vocabulary/alert-states.js';
import type { CareType } from '../../schema/vocabulary/care-types.js';
import type { InsuranceScheme } from '../../schema/vocabulary/insurance-schemes.js';

/**
 * The platform's codes and words in the contract's vocabularies. What does not stand here has no code. Change the version
 * with any line.
 */
export const MAPPING_VERSION = '2026-11';

/** insutype of the national interface. */
export const SCHEMES: Readonly<Record<string, InsuranceScheme>> = { 310: 'EMPLOYEE', 390: 'RESIDENT' };

/** med_type of the national interface: 21 inpatient, 11 outpatient, 14 chronic outpatient. */
export const CARE_TYPES: Readonly<Record<string, CareType>> = { 21: 'INPATIENT', 11: 'OUTPATIENT', 14: 'OUTPATIENT' };

/** Words of an alert's status. */
export const ALERT_STATES: Readonly<Record<string, AlertState>> = { 已推送: 'SENT', 已处理: 'HANDLED' };

/** What medical assistance at settlement is called. */
export const DIRECT_PROGRAMME = '医疗救助（一站式结算）';

/** What medical assistance on application is called, by the class it was given for. */
export const applicationProgramme = (maClass: string): string => `医疗救助（依申请，${maClass}）`;

/** The code of a platform's word; null when the table does not hold it. */
export const codeOf = <C extends string>(table: Readonly<Record<string, C>>, word: string): C | null =>
  Object.hasOwn(table, word) ? (table[word] ?? null) : null;
