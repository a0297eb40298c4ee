import { randomBytes } from 'node:crypto';
import type { Logger } from '../../runtime/log.js';
import { counter } from '../../runtime/metrics.js';
import { type ConsentAnswer, type ConsentEvent, type ConsentMessage, MOST_EVENTS } from '../../schema/wire/consent-event.js';
import { RENEWALS } from '../../schema/wire/consent-lease.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { checkMessage, signMessage } from '../../schema/wire/hub-message.js';
import type { LinkageNames } from './linkage-names.js';
import type { Outbox, Outgoing, PendingEvent } from './outbox.js';

/** An agency that does not answer within this is silent for now, in milliseconds. */
const PATIENCE = 3_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
const DAY = 86_400_000;

const messages = counter('aidgraph_consent_messages_total', 'Messages to agencies, by what became of them.', ['agency', 'result']);

/** What a channel is made from. */
export interface ChannelOptions {
  readonly agency: string;
  /** Its address. */
  readonly url: string;
  /** Shared with the agency. */
  readonly key: Buffer;
  readonly outbox: Outbox;
  readonly names: LinkageNames;
  /** Length of the leases it gives, in milliseconds. */
  readonly lease: number;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly log: Logger;
}

interface Waiting {
  readonly number: number;
  readonly applied: () => void;
}

/**
 * Tells one agency what concerns it, in order, one message at a time, until it has said that it applied it; and renews its lease
 * with every message. After an agency's silence it tries again, ever less often; after a gap it sends from where the agency is.
 */
export class AgencyChannel {
  readonly #options: ChannelOptions;
  /** Newest number the agency said it has applied. */
  #last: number;
  /** When the newest message's `sentAt` was read, on the monotonic clock of this process. */
  #sent = Number.NEGATIVE_INFINITY;
  #leaseUntil: Date | undefined;
  #waiting: Waiting[] = [];
  #wake: (() => void) | undefined;
  #woken = false;
  readonly #ending = new AbortController();
  readonly #running: Promise<void>;
  readonly #first: Promise<void>;

  constructor(acknowledged: number, options: ChannelOptions) {
    this.#options = options;
    this.#last = acknowledged;
    let reached: () => void = () => undefined;
    this.#first = new Promise((resolve) => {
      reached = resolve;
    });
    this.#running = this.#run(reached);
  }

  /** When a message was last begun, on the monotonic clock: no lease given so far runs longer than from here. */
  get lastSent(): number {
    return this.#sent;
  }

  /** Until when this process gave the agency a lease, and the agency took it. */
  get leaseUntil(): Date | undefined {
    return this.#leaseUntil;
  }

  /** Resolves after the first message, whatever became of it. */
  get tried(): Promise<void> {
    return this.#first;
  }

  /** There is something new to tell. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Resolves once the agency said that it has applied `number`. */
  applied(number: number): Promise<void> {
    if (this.#last >= number) return Promise.resolve();
    return new Promise((applied) => {
      this.#waiting.push({ number, applied });
    });
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#wake?.();
    await this.#running;
  }

  async #run(reached: () => void): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.#ending.signal.aborted) {
      this.#woken = false;
      let result: 'ANSWERED' | 'MORE' | 'SILENT';
      try {
        result = await this.#tell();
      } catch (error) {
        result = 'SILENT';
        if (!this.#ending.signal.aborted) this.#options.log.warn({ err: error, agency: this.#options.agency }, 'an agency was not told');
      }
      messages.inc({ agency: this.#options.agency, result });
      reached();
      if (result === 'MORE') continue;
      // A silent agency is not tried more often because there is more to tell it.
      if (result === 'SILENT') await this.#sleep(pause, false);
      else await this.#sleep(this.#options.lease / RENEWALS, true);
      pause = result === 'SILENT' ? Math.min(pause * 2, LONGEST_PAUSE) : FIRST_PAUSE;
    }
  }

  async #tell(): Promise<'ANSWERED' | 'MORE'> {
    const { agency, outbox, lease } = this.#options;
    // In this order: what is recorded after `sentAt` was read may be missing from what is read next, never the other way round.
    this.#sent = performance.now();
    const sentAt = this.#options.now();
    const outgoing = await outbox.next(agency, this.#last, MOST_EVENTS);
    const tag = randomBytes(18).toString('base64url');
    const message: ConsentMessage = {
      tag,
      sentAt: sentAt.toISOString(),
      lease,
      upTo: outgoing.upTo,
      events: await this.#sealed(outgoing, tag),
    };
    const { last } = await this.#post(message);
    const before = this.#last;
    if (last !== before) {
      await outbox.acknowledge(agency, last);
      this.#last = last;
      const applied = this.#waiting.filter((entry) => entry.number <= last);
      this.#waiting = this.#waiting.filter((entry) => entry.number > last);
      for (const entry of applied) entry.applied();
    }
    if (last < before) throw new Error('the agency has lost events it had applied; they are sent again');
    if (last < outgoing.upTo && last === before) throw new Error('the agency applies nothing');
    if (last < outgoing.upTo) return 'MORE';
    this.#leaseUntil = new Date(sentAt.getTime() + lease);
    return 'ANSWERED';
  }

  async #sealed({ events }: Outgoing, tag: string): Promise<ConsentEvent[]> {
    if (events.length === 0) return [];
    const { agency, names, now } = this.#options;
    const persons = events.map(({ person, recipient, purpose }) => ({ ref: person, recipient, purpose }));
    const keys = await names.deliveryKeys({ agency, tag, persons });
    return events.map((event, at) => told(event, keys[at] as string, now()));
  }

  async #post(message: ConsentMessage): Promise<ConsentAnswer> {
    const { agency, url, key, fetch, now } = this.#options;
    const body = JSON.stringify(message);
    const response = await fetch(new URL('/consent/events', url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HEADERS.statement]: signMessage(agency, body, key, now()) },
      body,
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), this.#ending.signal]),
    });
    const text = Buffer.from(await response.arrayBuffer());
    const genuine = checkMessage(response.headers.get(HEADERS.statement) ?? '', 'consent', text, key, now());
    if (response.status !== 200 || !genuine) throw new Error(`the agency answered ${response.status}`);
    const answer = JSON.parse(text.toString('utf8')) as ConsentAnswer;
    if (answer.tag !== message.tag || !Number.isSafeInteger(answer.last)) throw new Error('the agency answered something else');
    return answer;
  }

  #sleep(milliseconds: number, light: boolean): Promise<void> {
    if (this.#ending.signal.aborted || (light && this.#woken)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#wake = () => {
        if (light || this.#ending.signal.aborted) end();
      };
    });
  }
}

function told(event: PendingEvent, key: string, now: Date): ConsentEvent {
  const { number, kind, recipient, purpose, categories, extent, validFrom, validUntil } = event;
  return {
    number,
    kind,
    key,
    recipient,
    purpose,
    categories,
    ...(extent ? { extent } : {}),
    validFrom: dayOf(validFrom, now).toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
  };
}

/** What has begun is told to the day: the moment would name the event, and so the person, to two agencies that compare. */
const dayOf = (validFrom: Date, now: Date): Date => (validFrom > now ? validFrom : new Date(Math.floor(validFrom.getTime() / DAY) * DAY));
