import canonicalize from 'canonicalize';
import type { DisclosureLine } from '../../schema/wire/disclosure.js';
import type { Asking } from '../asking.js';

/**
 * The RFC 8785 bytes of a ledger entry: which client asked, why, under which policy, what each field did. No person stands in it,
 * and not the user: with the time, that would let two agencies join their ledgers. The sealed evidence names the user to the auditor.
 */
export function disclosureEntry(asking: Asking, policyVersion: string, lines: readonly DisclosureLine[]): Buffer {
  const { asker, statement, proof, now } = asking;
  return Buffer.from(
    canonicalize({
      v: 1,
      agency: statement.aud,
      at: now.toISOString(),
      recipient: asker.organisation.id,
      client: asker.client.id,
      purpose: proof.purpose,
      tag: statement.tag,
      case: statement.case ?? null,
      jti: statement.jti,
      bodyDigest: statement.bodyDigest,
      policyVersion,
      lines: lines.map(({ coordinate, outcome, transform, basis }) => [coordinate, outcome, transform ?? null, basis ?? null]),
    }) as string,
    'utf8',
  );
}
