import type { EvidenceSealer } from '../../kit/record/evidence.js';
import { createAskerVerifier, evidenceOf } from '../../kit/verify/verify-asker.js';
import { readBody } from '../../runtime/read-body.js';
import { Refusal } from '../../schema/errors.js';
import { NARROWING_KINDS } from '../../schema/vocabulary/consent-kinds.js';
import type { Asker } from '../../schema/wire/access-token.js';
import { CONSENT_PATHS, type ConsentList, type ConsentRecorded, consentAddress } from '../../schema/wire/consent-recording.js';
import { bodyDigest } from '../../schema/wire/statement.js';
import type { AgencyChannel } from './agency-channel.js';
import type { ConsentOptions } from './consent-options.js';
import type { GrantStore } from './grant-store.js';
import type { HeldSession } from './held-session.js';
import type { LinkageNames } from './linkage-names.js';
import { readListing, readRecording } from './read-recording.js';
import { sleepUntil, standsAt } from './standing.js';

const BODY_LIMIT = 16 * 1024;
/** Who records a grant waits this long for the agencies, in milliseconds. */
const SHORT_WAIT = 2_000;

/** What the two routes for askers are made from. */
export interface RecordingOptions extends ConsentOptions {
  readonly lease: number;
  readonly store: GrantStore;
  readonly names: LinkageNames;
  readonly channels: ReadonlyMap<string, AgencyChannel>;
  readonly session: HeldSession;
  readonly evidence: EvidenceSealer;
  /** Aborts when the process ends: who waits is told how far it came. */
  readonly ending: AbortSignal;
}

interface Admitted {
  readonly asker: Asker;
  readonly body: Buffer;
  readonly evidence: { readonly token: string; readonly proof: string };
}

/** The routes of schema/wire/consent-recording.ts. They throw Refusal. */
export function recordingRoutes(options: RecordingOptions): Readonly<Record<'record' | 'list', (request: Request) => Promise<Response>>> {
  const { registry, store, names, channels, session, now, lease, deadline, ending } = options;
  const agencies = [...channels.keys()];
  const verify = createAskerVerifier(options, 'RECORD_CONSENT');

  async function admit(request: Request, path: string): Promise<Admitted> {
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const evidence = evidenceOf(request.headers);
    return { asker: await verify({ ...evidence, address: consentAddress(registry.audience, path), body }), body, evidence };
  }

  const namesOf = ({ asker, body, evidence }: Admitted, path: string) =>
    names.subjects({ ...evidence, path, body: body.toString('utf8') }, asker.organisation.id);

  async function record(request: Request): Promise<Response> {
    const path = CONSENT_PATHS.record;
    const admitted = await admit(request, path);
    const { asker, body, evidence } = admitted;
    const recording = readRecording(body, registry, agencies);
    const { person, grantor } = await namesOf(admitted, path);
    if (person === null) throw new Refusal('CONSENT_MALFORMED', 'person');
    const recorded = await store.append({
      recording,
      person,
      grantor,
      agencies: recording.agencies ?? agencies.filter((agency) => agency !== recording.recipient),
      recordedAt: now(),
      asker,
      bodyDigest: bodyDigest(body),
      evidenceKey: options.evidence.keyId,
      evidence: options.evidence.seal(`${evidence.token}\n${evidence.proof}`),
    });
    if (!recorded) throw new Refusal('CONSENT_CONFLICT');
    const since = sentBefore([...recorded.numbers.keys()]);
    for (const agency of recorded.numbers.keys()) channels.get(agency)?.wake();

    const waits = request.headers.get('prefer') !== 'respond-async';
    const narrows = recorded.replacesWider || NARROWING_KINDS.includes(recording.kind);
    if (waits && narrows) await Promise.all([...recorded.numbers].map(([agency, number]) => stands(agency, number, since)));
    if (waits && !narrows) await applied(recorded.numbers);
    const result: ConsentRecorded = {
      id: recording.id,
      recordedAt: recorded.recordedAt.toISOString(),
      deliveries: await store.deliveries(recording.id),
      standsEverywhere: waits && narrows && !ending.aborted,
    };
    return Response.json(result, { status: waits && !ending.aborted ? 200 : 202, headers: { 'cache-control': 'no-store' } });
  }

  /**
   * For each agency a moment on the monotonic clock after which no lease without the event was sent. Read after COMMIT: a message
   * that does not know of the event was begun before it. A process without the lock does not know what another sent: it says now.
   */
  function sentBefore(concerned: readonly string[]): ReadonlyMap<string, number> {
    const moment = (agency: string): number => {
      const channel = channels.get(agency);
      return session.held && channel ? Math.max(channel.lastSent, session.since) : performance.now();
    };
    return new Map(concerned.map((agency) => [agency, moment(agency)]));
  }

  async function stands(agency: string, number: number, since: ReadonlyMap<string, number>): Promise<void> {
    const channel = channels.get(agency);
    const told = channel ?? { lastSent: 0, applied: () => new Promise<void>(() => undefined) };
    await standsAt(told, number, { since: since.get(agency) ?? performance.now(), lease, deadline }, ending);
  }

  async function applied(numbers: ReadonlyMap<string, number>): Promise<void> {
    const all = Promise.all([...numbers].map(([agency, number]) => channels.get(agency)?.applied(number)));
    await Promise.race([all, sleepUntil(performance.now() + SHORT_WAIT, ending)]);
  }

  async function list(request: Request): Promise<Response> {
    const path = CONSENT_PATHS.list;
    const admitted = await admit(request, path);
    const { person, last } = readListing(admitted.body);
    const ref = person === null ? null : (await namesOf(admitted, path)).person;
    const result: ConsentList = { consents: await store.list(admitted.asker.organisation.id, ref, last) };
    return Response.json(result, { headers: { 'cache-control': 'no-store' } });
  }

  return { record, list };
}
