import { readFileSync } from 'node:fs';
import { PAYER_LAYERS, type PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import { type CountyFile, readCountyFile } from '../county-file.js';

/** Who pays before whom in one county and period. */
export interface PayerOrder {
  readonly order: readonly PayerLayer[];
}

/** payer-order.yaml as it is committed: a county brings its own. */
export const PAYER_ORDER_TEXT = readFileSync(new URL('../payer-order.yaml', import.meta.url), 'utf8');

const LAYERS = Object.keys(PAYER_LAYERS);

/** Reads a payer-order.yaml. @throws ConfigurationError naming everything that is wrong. */
export const readPayerOrder = (yamlText: string): CountyFile<PayerOrder> =>
  readCountyFile('payer order', yamlText, ['order'], ({ order }) => {
    if (!Array.isArray(order)) return ['order must be a list'];
    const missing = LAYERS.filter((layer) => !order.includes(layer));
    const unknown = order.filter((layer) => !LAYERS.includes(layer));
    return [
      ...missing.map((layer) => `order: ${layer} is missing`),
      ...unknown.map((layer) => `order: ${String(layer)} is no layer; there are ${LAYERS.join(', ')}`),
      ...(new Set(order).size === order.length ? [] : ['order names a layer twice']),
    ];
  });
