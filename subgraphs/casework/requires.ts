import { kindsOf } from './released/kinds-of-source.js';
import { PRIOR_AID_INPUTS } from './sources.js';
import { LAYER_OF_KIND } from './waterfall/payments.js';

/** Where the lists that are no aid come from. */
export const BILLS = { source: 'medical-insurance', field: 'settlements' } as const;
export const CAMPAIGNS = { source: 'crowdfunding', field: 'crowdfundingCampaigns' } as const;
export const STATUSES = { source: 'civil-affairs', field: 'civilAffairsStatus' } as const;

/** Agencies whose aid may pay in a layer of the waterfall: what medical assistance paid stands in the bills. */
export const LAYER_INPUTS = PRIOR_AID_INPUTS.filter(({ source }) => kindsOf(source).some((kind) => LAYER_OF_KIND[kind] !== null));

const list = (field: string, fields: string) => `${field} { asOf items { ${fields} } }`;
const amounts = (fields: readonly string[]) => fields.map((field) => `${field} { min max }`).join(' ');

const SHARES = amounts([
  ...['total', 'basicInsurance', 'criticalIllness', 'otherFunds', 'medicalAssistance', 'commercialInPolicy', 'commercialOutside'],
]);

/** What the waterfall needs: money and days, nothing of illnesses. */
export const WATERFALL_REQUIRES = [
  list(BILLS.field, `id settledOn ${SHARES}`),
  ...LAYER_INPUTS.map(({ field }) => list(field, 'kind amount { min max } grantedOn lastPaidOn')),
].join(' ');

/** What the rules need: of bills and campaigns money and days, of aid its cause as well. */
export const FINDINGS_REQUIRES = [
  list(BILLS.field, `id admittedOn settledOn inPolicy { min max } ${SHARES}`),
  list(CAMPAIGNS.field, `id state openedOn closedOn ${amounts(['raised'])}`),
  list(STATUSES.field, 'statusClass since until'),
  ...PRIOR_AID_INPUTS.map(({ field }) => list(field, 'id kind cause diagnosis amount { min max } grantedOn lastPaidOn')),
].join(' ');
