import canonicalize from 'canonicalize';
import { rememberedBy } from '../../runtime/remembered-by.js';
import type { DisclosureLine } from '../../schema/wire/disclosure.js';
import type { Asking } from '../asking.js';

/** Lines are made once for many answers (kit/enforce/report.ts). */
const textOf = rememberedBy(
  (lines: readonly DisclosureLine[]) =>
    canonicalize(
      lines.map(({ coordinate, outcome, transform, basis }) => [coordinate, outcome, transform ?? null, basis ?? null]),
    ) as string,
);

/**
 * The RFC 8785 bytes of a ledger entry: which client asked, why, under which policy, what each field did. No person stands in it,
 * and not the user: with the time, that would let two agencies join their ledgers. The sealed evidence names the user to the auditor.
 */
export function disclosureEntry(asking: Asking, policyVersion: string, lines: readonly DisclosureLine[]): Buffer {
  const { asker, statement, proof, now } = asking;
  // Members in the order RFC 8785 puts them in, texts and numbers as JSON.stringify writes them, which is what it prescribes.
  const before = JSON.stringify({
    agency: statement.aud,
    at: now.toISOString(),
    bodyDigest: statement.bodyDigest,
    case: statement.case ?? null,
    client: asker.client.id,
    jti: statement.jti,
  });
  const after = JSON.stringify({ policyVersion, purpose: proof.purpose, recipient: asker.organisation.id, tag: statement.tag, v: 1 });
  return Buffer.from(`${before.slice(0, -1)},"lines":${textOf(lines)},${after.slice(1)}`, 'utf8');
}
