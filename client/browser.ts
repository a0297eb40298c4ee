import { type Answer, type AskOptions, ask, type Question } from './ask.js';
import { createAskerKey, thumbprintOf } from './asker-key.js';
import { type EnrolOptions, enrol } from './enrol.js';
import { nobleGroup } from './group/noble-group.js';
import { normaliseResidentId, type ResidentId } from './normalise-resident-id.js';

/** The client library in a browser. */
export interface BrowserClient {
  /** Brings an ID number to its one spelling. @throws ResidentIdError, which never holds the number. */
  normaliseResidentId(text: string): ResidentId;
  /** A fresh key pair that the browser does not give out. */
  createAskerKey(): Promise<CryptoKeyPair>;
  thumbprintOf(keyPair: CryptoKeyPair): Promise<string>;
  /** Makes refs; `sign` is the organisation's own server, which holds the enrolment key. @throws EnrolmentError */
  enrol(ids: readonly ResidentId[], options: Omit<EnrolOptions, 'group'>): Promise<string[]>;
  ask<D = Record<string, unknown>>(question: Question, options: AskOptions): Promise<Answer<D>>;
}

/** The entry of the browser build (dist/client/browser.js). */
export const client: BrowserClient = {
  normaliseResidentId: (text) => normaliseResidentId(text),
  createAskerKey,
  thumbprintOf,
  enrol: (ids, options) => enrol(ids, { ...options, group: nobleGroup }),
  ask,
};
