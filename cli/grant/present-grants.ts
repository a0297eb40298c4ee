import type { RegistryView } from '../../schema/registry/read-registry.js';
import { CAPACITIES } from '../../schema/vocabulary/capacities.js';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { CONSENT_KINDS, type ConsentKind, NARROWING_KINDS } from '../../schema/vocabulary/consent-kinds.js';
import { EXTENTS } from '../../schema/vocabulary/extents.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import type { Term } from '../../schema/vocabulary/term.js';
import type { AgencyDelivery, ConsentRecorded, RecordedConsent } from '../../schema/wire/consent-recording.js';
import type { Language } from '../language.js';
import { layOut } from '../table/lay-out.js';

const namer = (registry: RegistryView, language: Language) => (id: string) => registry.organisation(id)?.name[language] ?? id;

const split = (deliveries: readonly AgencyDelivery[]) => ({
  applied: deliveries.filter(({ applied }) => applied).map(({ agency }) => agency),
  pending: deliveries.filter(({ applied }) => !applied).map(({ agency }) => agency),
});

/** What is in force where, in one or two sentences. */
export function presentRecorded(kind: ConsentKind, recipient: string, recorded: ConsentRecorded, registry: RegistryView): Term {
  const { applied, pending } = split(recorded.deliveries);
  const say = (language: Language): string => {
    const name = namer(registry, language);
    const zh = language === 'zh';
    const list = (agencies: readonly string[]) => agencies.map(name).join(zh ? '、' : ', ');
    const head = `${name(recipient)}${zh ? '：' : ': '}${CONSENT_KINDS[kind][language]}${zh ? '，已登记。' : ', recorded. '}`;
    const there = applied.length === 0 ? '' : zh ? `已在以下机构生效：${list(applied)}。` : `In force at: ${list(applied)}. `;
    const silent = pending.length === 0 ? '' : sayPending(recorded.standsEverywhere || NARROWING_KINDS.includes(kind), list(pending), zh);
    const everywhere = recorded.standsEverywhere ? EVERYWHERE[kind === 'GIVE' ? 'narrower' : 'ended'][language] : '';
    return `${head}${there}${silent}${everywhere}`.trim();
  };
  return { zh: say('zh'), en: say('en') };
}

const EVERYWHERE = {
  ended: { zh: '自此刻起，任何答复都不再以它为依据。', en: 'From now on no answer rests on it any more.' },
  narrower: { zh: '自此刻起，任何答复都不超出它的范围。', en: 'From now on no answer gives more than it does.' },
} as const satisfies Record<string, Term>;

const sayPending = (narrows: boolean, agencies: string, zh: boolean): string => {
  if (narrows) {
    return zh
      ? `以下机构没有应答，其授权已失效，恢复联系后补送：${agencies}。`
      : `Silent, without grants until it has been told: ${agencies}. `;
  }
  return zh ? `以下机构尚未收到，将继续送达：${agencies}。` : `Not there yet, and sent until it is: ${agencies}. `;
};

/** What an organisation recorded, newest first. */
export function presentGrants(consents: readonly RecordedConsent[], registry: RegistryView, language: Language): string[] {
  const zh = language === 'zh';
  if (consents.length === 0) return [zh ? '尚无登记的授权。' : 'No grants have been recorded.'];
  const name = namer(registry, language);
  const header = zh
    ? ['登记时间', '接收方', '', '目的', '范围', '类别', '有效期至', '身份', '已生效', '未送达']
    : ['recorded', 'recipient', '', 'purpose', 'extent', 'categories', 'until', 'by', 'in force at', 'not yet at'];
  const rows = consents.map((consent) => {
    const { applied, pending } = split(consent.deliveries);
    return [
      consent.recordedAt.slice(0, 19),
      name(consent.recipient),
      CONSENT_KINDS[consent.kind][language],
      PURPOSES[consent.purpose][language],
      consent.extent ? EXTENTS[consent.extent][language] : '',
      categoriesOf(consent.categories, language),
      consent.validUntil?.slice(0, 10) ?? '',
      CAPACITIES[consent.capacity][language],
      applied.map(name).join(zh ? '、' : ', '),
      pending.map(name).join(zh ? '、' : ', '),
    ];
  });
  return layOut([header, ...rows]);
}

function categoriesOf(categories: readonly Category[], language: Language): string {
  if (categories.length === Object.keys(CATEGORIES).length) return language === 'zh' ? '全部' : 'all';
  return categories.map((code) => CATEGORIES[code][language]).join(language === 'zh' ? '、' : ', ');
}
