import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Purpose } from '../vocabulary/purposes.js';

/**
 * Key fields: an agency's ref sealed by linkage for that agency and one request.
 *
 * Guarantees: nobody but linkage and the audience can read or make one; one made for another request, asker,
 * purpose or agency does not open; the same ref seals to the same text within a request (so repeated keys
 * de-duplicate) and to another in the next. Does not hide how many distinct persons a request names.
 *
 * AES-256-GCM under a key derived per request from the audience's seal key; the nonce is derived from plaintext and
 * context (as in RFC 8452), so it repeats only when both do.
 */
export interface SealContext {
  readonly audience: string;
  /** The audience's request tag. */
  readonly tag: string;
  /** The asking organisation. */
  readonly organisation: string;
  readonly purpose: Purpose;
}

const NONCE = 12;
const MAC = 16;
const hmac = (key: Buffer, data: string | Buffer) => createHmac('sha256', key).update(data).digest();

/** Seals and opens the refs of one request. */
export class KeySealer {
  readonly #key: Buffer;
  readonly #context: string;

  constructor(sealKey: Buffer, context: SealContext) {
    this.#context = JSON.stringify([context.tag, context.organisation, context.purpose, context.audience]);
    this.#key = hmac(sealKey, `aidgraph:v1:seal:${context.tag}`);
  }

  #associated(expires: number): Buffer {
    return Buffer.from(`${this.#context}${expires}`, 'utf8');
  }

  /** Seals `ref` until `expires` (seconds since 1970; must be the same throughout a request). */
  seal(ref: string, expires: number): string {
    const associated = this.#associated(expires);
    const nonce = hmac(this.#key, Buffer.concat([associated, Buffer.from(`\0${ref}`, 'utf8')])).subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(associated);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(expires);
    return Buffer.concat([head, nonce, cipher.update(ref, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** @returns the ref, or undefined when this key was not sealed for this context or has expired. */
  open(sealed: string, now: Date): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= 4 + NONCE + MAC || bytes.toString('base64url') !== sealed) return undefined;
    const expires = bytes.readUInt32BE(0);
    if (expires * 1000 <= now.getTime()) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(4, 4 + NONCE))
      .setAAD(this.#associated(expires))
      .setAuthTag(bytes.subarray(bytes.length - MAC));
    try {
      return decipher.update(bytes.subarray(4 + NONCE, -MAC), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }
}
