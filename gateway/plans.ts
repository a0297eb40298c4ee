import type { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionRequest } from '@graphql-tools/utils';
import { getOperationAST, parse } from 'graphql';
import { documentText } from './document-text.js';

/** What makes planner and executor of a supergraph. */
export type GraphHandler = typeof unifiedGraphHandler;

/** The plans of one edition. */
export interface Plans {
  /** The same handler, but each text is planned once, for itself, and the standard questions are planned as soon as there is a planner. */
  around(handler: GraphHandler): GraphHandler;
  /** The texts asked last, newest first. */
  newest(): readonly string[];
  /** Plans no standard question any more. */
  stop(): void;
}

/** A question as the engine gets it: by the document that was planned, and with its operation's name where it has one. */
type Question = Pick<ExecutionRequest, 'document' | 'operationName'>;

interface Planned {
  readonly key: string;
  readonly text: string;
  readonly question: Question;
  /** Resolves when there is a plan, or none can be made. */
  readonly done: Promise<void>;
}
type Executor = NonNullable<Awaited<ReturnType<GraphHandler>>['executor']>;

/** Plans kept. */
const MOST = 200;
/** A plan that still waits for the planner after so many milliseconds is given up: by then nobody waits for it. */
const LONGEST = 60_000;
/** Texts worth planning again for another supergraph. */
const NEWEST = 10;
/** The context of a question that nobody asked: over when its plan is made. */
class Rehearsal {
  constructor(readonly planned: () => void) {}
}

/**
 * Planning is slower than answering. So the questions everybody asks are planned before they are asked, and requests that come
 * meanwhile wait for that plan. The engine also keeps what could not be planned, as an error for everybody who asks the same; here it
 * is tried again.
 *
 * @param questions texts of one operation each. One that the supergraph does not fit is left out: it is refused when asked.
 */
export function createPlans(questions: readonly string[]): Plans {
  const planned = new Map<string, Planned>();
  let stopped = false;

  function plan(engine: Executor, { document, operationName }: Question): Planned {
    // Of a single operation the name may be said or not: it is the same question.
    const name = getOperationAST(document, operationName)?.name?.value;
    const text = documentText(document);
    const key = `${name ?? ''}\n${text}`;
    let entry = planned.get(key);
    planned.delete(key);
    if (entry === undefined) {
      // The engine keeps plans by document: a new one, so that what became of another try does not count.
      const question = { document: { ...document }, ...(name === undefined ? {} : { operationName: name }) };
      const done = new Promise<void>((resolve) => {
        const rehearsal = { variables: {}, context: new Rehearsal(resolve), signal: AbortSignal.timeout(LONGEST) };
        const rehearse = async () => engine({ ...question, ...rehearsal });
        // Without variables it may fail once it is planned; had it failed before, the request that waits is told so too.
        rehearse().then(
          () => resolve(),
          () => resolve(),
        );
      });
      entry = { key, text, question, done };
    }
    planned.set(key, entry);
    if (planned.size > MOST) planned.delete(planned.keys().next().value as string);
    return entry;
  }

  async function planAhead(engine: Executor): Promise<void> {
    for (const question of questions) {
      if (stopped) return;
      await plan(engine, { document: parse(question) }).done;
    }
  }

  return {
    around: (handler) => async (options) => {
      const made = await handler({
        ...options,
        onSubgraphExecute: (name, request) => {
          if (!(request.context instanceof Rehearsal)) return options.onSubgraphExecute(name, request);
          request.context.planned();
          throw new Error('nothing of a rehearsal is sent');
        },
      });
      const engine = made.executor as Executor;
      void planAhead(engine);
      const executor = (async (request) => {
        const { key, question, done } = plan(engine, request);
        await done;
        try {
          return await engine({ ...request, ...question });
        } catch (error) {
          planned.delete(key);
          throw error;
        }
      }) as Executor;
      return { ...made, executor };
    },
    newest: () =>
      [...planned.values()]
        .slice(-NEWEST)
        .reverse()
        .map(({ text }) => text),
    stop: () => {
      stopped = true;
    },
  };
}
