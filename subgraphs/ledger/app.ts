import { buildHubSchema } from '../../kit/serve/build-hub-schema.js';
import { createHubServiceApp } from '../../kit/serve/serve-hub-service.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { readBody } from '../../runtime/read-body.js';
import { Refusal } from '../../schema/errors.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { checkMessage } from '../../schema/wire/hub-message.js';
import type { OperationBatch } from '../../schema/wire/operation.js';
import { openLedgerDatabase } from './data/open-database.js';
import { HubBatch } from './hub-batch.js';
import { createOperationStore } from './operation-store.js';
import { type LedgerContext, OperationsResolver } from './operations-resolver.js';
import { HubOperation } from './types.js';

const BODY_LIMIT = 4 * 1024 * 1024;

/** The ledger's classes, for the schema that is served and the SDL that is committed. */
export const ledgerClasses = { resolvers: [OperationsResolver], types: [HubOperation, HubBatch] };

/** The hub's ledger: the gateway's operations, durable before anything is fetched and before anything is released. */
export async function createLedgerApp(options: ServiceOptions): Promise<App> {
  const { pool, close } = await openLedgerDatabase(options.secrets.text('database-url'));
  const store = createOperationStore(pool);
  const key = options.secrets.key('statement.key');

  async function append(request: Request): Promise<Response> {
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const genuine = checkMessage(request.headers.get(HEADERS.statement) ?? '', 'ledger', body, key, options.now());
    if (!genuine) throw new Refusal('STATEMENT_REFUSED', 'operations');
    await store.append((JSON.parse(body.toString('utf8')) as OperationBatch).entries);
    return new Response(null, { status: 204 });
  }

  return createHubServiceApp<LedgerContext>(
    {
      name: 'ledger',
      schema: await buildHubSchema(ledgerClasses),
      context: (asking) => ({ asking, store }),
      routes: { 'POST /operations': append },
      ready: () =>
        pool.query('SELECT 1').then(
          () => true,
          () => false,
        ),
      close,
    },
    options,
  );
}
