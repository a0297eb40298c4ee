import { readFileSync } from 'node:fs';
import { modulePath } from '../../cli/house/run-module.js';

/** The committed supergraph, as the gateway reads it. @throws CommandError when it is not built. */
export const supergraphSdl = (): string => readFileSync(modulePath('schema/supergraph.graphql'), 'utf8');
