import canonicalize from 'canonicalize';
import type { DisclosureLine } from '../../schema/wire/disclosure.js';
import type { Asking } from '../asking.js';

/** The RFC 8785 bytes of a ledger entry: who asked, why, under which policy, what each field did. No person stands in it. */
export function disclosureEntry(asking: Asking, policyVersion: string, lines: readonly DisclosureLine[]): Buffer {
  const { asker, statement, proof, now } = asking;
  return Buffer.from(
    canonicalize({
      v: 1,
      agency: statement.aud,
      at: now.toISOString(),
      recipient: asker.organisation.id,
      client: asker.client.id,
      user: asker.user,
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
