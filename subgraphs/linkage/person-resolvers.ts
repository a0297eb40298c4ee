import DataLoader from 'dataloader';
import type { Asking } from '../../kit/asking.js';
import { Refusal } from '../../schema/errors.js';
import { MOST_PERSONS } from '../../schema/wire/most-persons.js';
import { requestTag } from '../../schema/wire/request-tag.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
import type { Translator } from './names/translate.js';

/** A subgraph whose key linkage seals. */
export interface Audience {
  /** The subgraph's name, which is also the organisation's id for agencies. */
  readonly name: string;
  /** The organisation whose refs it holds. */
  readonly organisation: string;
  readonly keyField: string;
  readonly sealKey: Buffer;
}

/** What linkage's resolvers have of one sub-request. */
export interface LinkageContext {
  /** A key of the person for one audience, valid in this request only. */
  seal(audience: Audience, id: string): Promise<string>;
  /** Admits persons to the question. @throws Refusal TOO_MANY_PERSONS (counted over all of its fields), REF_NOT_VALID or GENERATION_UNKNOWN. */
  admit(ids: readonly string[]): void;
}

/** A key outlives the asker's proof by this many seconds: the longest a request may take. */
const KEY_LIFETIME = 120;

/** Makes the context of one sub-request. */
export function linkageContext(asking: Asking, tagKey: Buffer, translator: Translator): LinkageContext {
  const { statement, asker, proof } = asking;
  const { requestId } = statement;
  if (requestId === undefined) throw new Refusal('STATEMENT_REFUSED', 'no request id');
  const organisation = asker.organisation.id;
  const loaders = new Map<string, DataLoader<string, string>>();
  const loaderOf = ({ name, organisation: holder, sealKey }: Audience): DataLoader<string, string> => {
    let loader = loaders.get(name);
    if (!loader) {
      const tag = requestTag(tagKey, requestId, name);
      const sealer = new KeySealer(sealKey, { audience: name, tag, organisation, purpose: statement.purpose });
      const seal = (ref: string) => sealer.seal(ref, proof.iat + KEY_LIFETIME);
      // A list of persons is translated as one, so that other requests get their turn in between.
      loader = new DataLoader(async (ids) => (await translator.translateAll(ids, organisation, holder)).map(seal));
      loaders.set(name, loader);
    }
    return loader;
  };
  let persons = 0;
  return {
    admit: (ids) => {
      persons += ids.length;
      if (persons > MOST_PERSONS) throw new Refusal('TOO_MANY_PERSONS');
      for (const id of ids) translator.check(id);
    },
    seal: (audience, id) => loaderOf(audience).load(id),
  };
}

/** Resolvers for linkageSdl: keys are translated only when selected. */
export function personResolvers(audiences: readonly Audience[]): Record<string, object> {
  return {
    Query: {
      person: (_root: unknown, { id }: { id: string }, context: LinkageContext) => {
        context.admit([id]);
        return { id };
      },
      people: (_root: unknown, { ids }: { ids: readonly string[] }, context: LinkageContext) => {
        context.admit(ids);
        return ids.map((id) => ({ id }));
      },
    },
    Person: {
      __resolveReference: () => {
        // Without it the representation itself would come back, and be translated as if it had been asked for.
        throw new Refusal('STATEMENT_REFUSED', 'persons are reached by the root fields only');
      },
      ...Object.fromEntries(
        audiences.map((audience) => [
          audience.keyField,
          ({ id }: { id: string }, _args: unknown, context: LinkageContext) => context.seal(audience, id),
        ]),
      ),
    },
  };
}
