import 'reflect-metadata';
import { runAgency, startAgency } from '../../kit/serve/run-agency.js';
import { definition } from './definition.js';

export const start = startAgency(definition);

await runAgency(import.meta.filename, definition);
