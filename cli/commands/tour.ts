import { normaliseResidentId } from '../../client/normalise-resident-id.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import type { Extent } from '../../schema/vocabulary/extents.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { askHub } from '../ask/ask-hub.js';
import { chooseUser } from '../ask/choose-user.js';
import { presentAnswer } from '../ask/present-answer.js';
import { refusalOf } from '../ask/refusals.js';
import { type GrantWish, recordGrant } from '../grant/record-grant.js';
import { recordingUser } from '../grant/recording-user.js';
import { readConfigOf } from '../home/config.js';
import { openRegistry } from '../home/registry.js';
import { readSamples } from '../home/samples.js';
import { readState } from '../home/state.js';
import { openHouse } from '../house/open-house.js';
import { CommandError } from '../language.js';
import type { Command, CommandContext } from './command.js';
import { chooseConfig } from './start.js';

/** The sample person of the tour: aided by both agencies. */
const APPLICANT = 'aided-by-both';

interface Step {
  readonly title: Term;
  readonly user: string;
  readonly purpose: Purpose;
  /** Given before the question. */
  readonly extent?: Extent;
}

const STEPS: readonly Step[] = [
  {
    title: { zh: '民政个案经办人：依法可见原值', en: 'Civil-affairs case manager: as recorded, by statute' },
    user: 'chen-jianguo',
    purpose: 'CASE_REVIEW',
  },
  {
    title: { zh: '慈善总会专员，未获本人同意：不予提供', en: 'Charity case officer, no consent: not permitted to say' },
    user: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
  },
  {
    title: { zh: '慈善总会专员，本人同意提供概要：金额区间与月份', en: 'Charity case officer, SUMMARY consent: bands and months' },
    user: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    extent: 'SUMMARY',
  },
  {
    title: { zh: '慈善总会专员，本人同意提供明细', en: 'Charity case officer, DETAIL consent' },
    user: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    extent: 'DETAIL',
  },
];

/** `tour`: one applicant, four answers; the grants it wrote are withdrawn, and a house it started is ended. */
export const tour: Command = async (context) => {
  const { home, tell } = context;
  if (await readState(home)) return show(context);
  const ending = new AbortController();
  const end = () => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const house = await openHouse({
    home,
    config: chooseConfig(home, context.options),
    together: true,
    tell,
    signal: ending.signal,
    onEnd: end,
  });
  try {
    return await Promise.race([
      show(context),
      new Promise<number>((resolve) => ending.signal.addEventListener('abort', () => resolve(130), { once: true })),
    ]);
  } finally {
    tell({ zh: '正在结束……', en: 'Ending …' });
    await house.close();
  }
};

async function show(context: CommandContext): Promise<number> {
  const { home, language, print } = context;
  const registry = openRegistry(home);
  const house = { home, gatewayPort: readConfigOf(home).port, registry };
  const applicant = readSamples(home).find(({ label }) => label === APPLICANT);
  if (!applicant) throw new CommandError({ zh: `数据中没有示例人员 ${APPLICANT}。`, en: `The data has no sample person ${APPLICANT}.` });
  const person = normaliseResidentId(applicant.idNumber);
  const other = language === 'zh' ? 'en' : 'zh';
  const grantOf = { recipient: 'charity-federation', purpose: 'PRIOR_AID_CHECK', categories: ['AID', 'STATUS'] } as const;
  const record = (wish: GrantWish, wait: boolean) =>
    recordGrant(wish, { user: recordingUser(undefined, wish.recipient, registry), person, wait }, house);
  print(`${applicant.name} — ${applicant.description[language]}`);
  let granted = false;
  try {
    for (const [at, step] of STEPS.entries()) {
      if (step.extent) {
        granted = true;
        await record({ ...grantOf, kind: 'GIVE', extent: step.extent }, true);
      }
      print('');
      print(`═══ ${at + 1}. ${step.title[language]}`);
      print(`      ${step.title[other]}`);
      print('');
      await showAnswer(step, context, house, person);
    }
  } finally {
    // Nobody asks any more, so nobody waits until it stands.
    if (granted) await record({ ...grantOf, kind: 'WITHDRAW' }, false);
  }
  return 0;
}

async function showAnswer(
  { user, purpose }: Step,
  { language, print }: CommandContext,
  house: { home: CommandContext['home']; gatewayPort: number; registry: RegistryView },
  person: ReturnType<typeof normaliseResidentId>,
): Promise<void> {
  const answer = await askHub({ user: chooseUser(user), purpose, person }, house);
  if (answer.kind !== 'ANSWERED') throw refusalOf(answer);
  const organisationName = (id: string) => house.registry.organisation(id)?.name[language] ?? id;
  for (const line of presentAnswer(answer.data, answer.disclosure, { language, organisationName })) print(line);
}
