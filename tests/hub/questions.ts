import { PRIOR_AID_INPUTS } from '../../subgraphs/casework/sources.js';

const AID = '{ asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }';

/** All that the hub offers on one person. */
export const WHOLE_PERSON = `
  medicalInsuranceCover { asOf items { scheme since until premiumPaidBy } }
  settlements { asOf items { id settledOn total { min max } medicalAssistance { min max } diagnosis } }
  highCostAlerts { asOf items { id year raisedOn burden { min max } state } }
  civilAffairsIdentity { name sex birthDate }
  household { size address members { name relation ageBand } }
  civilAffairsStatus { asOf items { statusClass wording since until reviewOn } }
  ${PRIOR_AID_INPUTS.map(({ field }) => `${field} ${AID}`).join('\n  ')}
  earmarkedDonations { asOf items { id amount { min max } donorName donatedOn } }
  priorAid {
    total { min max } newestOn
    items { source id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn }
    sources { source state asOf freshness total { min max } newestOn }
  }`;

export const ASK_PERSON = `query Ask($id: ID!) { person(id: $id) { ${WHOLE_PERSON} } }`;
export const ASK_PEOPLE = `query AskAll($ids: [ID!]!) { people(ids: $ids) { ${WHOLE_PERSON} } }`;
