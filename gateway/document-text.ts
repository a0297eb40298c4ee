import { type DocumentNode, print } from 'graphql';
import { rememberedBy } from '../runtime/remembered-by.js';

/** The text of a document, printed once: planners keep the documents of their plans. */
export const documentText = rememberedBy((document: DocumentNode) => print(document));
