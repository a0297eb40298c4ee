import { ConfigurationError } from '../../runtime/read-config.js';
import { type CountyFile, inForce } from './county-file.js';
import { FINDING_PARAMETERS_TEXT, type FindingParameters, readFindingParameters } from './findings/parameters.js';
import { PAYER_ORDER_TEXT, type PayerOrder, readPayerOrder } from './waterfall/payer-order.js';

/** What a county decides about the computations of casework. */
export interface CountyRules {
  /** The county's six-digit code. */
  readonly county: string;
  readonly payerOrder: CountyFile<PayerOrder>;
  readonly findings: CountyFile<FindingParameters>;
}

/**
 * The rules of a county, from its files or those that are committed.
 *
 * @throws ConfigurationError naming everything that is wrong, or that nothing is in force for the county.
 */
export function readCountyRules(county: string, today: string, files: { payerOrder?: string; findings?: string } = {}): CountyRules {
  const payerOrder = readPayerOrder(files.payerOrder ?? PAYER_ORDER_TEXT);
  const findings = readFindingParameters(files.findings ?? FINDING_PARAMETERS_TEXT);
  const missing = [
    ...(inForce(payerOrder, county, today) ? [] : [`payer order: nothing is in force for county ${county} on ${today}`]),
    ...(inForce(findings, county, today) ? [] : [`finding parameters: nothing is in force for county ${county} on ${today}`]),
  ];
  if (missing.length > 0) throw new ConfigurationError(missing);
  return { county, payerOrder, findings };
}
