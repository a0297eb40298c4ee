import 'reflect-metadata';
import { buildHubSchema } from '../../../kit/serve/build-hub-schema.js';
import { readServiceOptions } from '../../../kit/serve/read-service-options.js';
import { createLog } from '../../../runtime/log.js';
import { naturalDay } from '../../../schema/values/natural-day.js';
import { caseworkClasses } from '../../../subgraphs/casework/app.js';
import { readCountyRules } from '../../../subgraphs/casework/county-rules.js';
import { servePeer } from './serve-peer.js';

/** Casework on stock Apollo, with the county's rules as the product reads them. */
const { registry } = readServiceOptions(process.env, createLog('peer-casework', 'warn'));
const rules = readCountyRules('999001', naturalDay(new Date()) as string);
const nameOf = (source: string) => registry.organisation(source)?.name ?? { zh: source, en: source };

await servePeer(await buildHubSchema(caseworkClasses), async () => ({ now: new Date(), freshnessDays: 35, rules, nameOf }));
