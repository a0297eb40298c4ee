import type { Sex } from '../people/person.js';
import type { Random } from '../random.js';

/** A disease as the charity writes it, with its ICD-10 codes. */
export interface Disease {
  readonly code: string;
  readonly words: readonly string[];
  /** How often, among children and among adults. */
  readonly weight: { readonly child: number; readonly adult: number };
}

const disease = (code: string, words: string, child: number, adult: number): Disease => ({
  code,
  words: words.split(' '),
  weight: { child, adult },
});

/** The diseases of the charity's ledgers. Some are delicate: mental illness, HIV, pregnancy, children. */
export const DISEASES: readonly Disease[] = [
  disease('C34.9', '肺癌 肺恶性肿瘤 肺Ca', 0, 14),
  disease('C50.9', '乳腺癌 乳腺恶性肿瘤 乳癌', 0, 10),
  disease('C16.9', '胃癌 胃恶性肿瘤', 0, 9),
  disease('C22.0', '肝癌 肝细胞癌 原发性肝癌', 0, 8),
  disease('C18.9', '结肠癌 肠癌', 0, 6),
  disease('C73', '甲状腺癌 甲状腺恶性肿瘤', 1, 4),
  disease('C91.0', '急性淋巴细胞白血病 白血病 急淋', 34, 3),
  disease('C92.0', '急性髓系白血病 白血病', 12, 4),
  disease('C71.9', '脑瘤 脑恶性肿瘤', 8, 2),
  disease('N18.5', '尿毒症 慢性肾衰竭(尿毒症期) 慢性肾脏病5期', 2, 14),
  disease('M32.9', '系统性红斑狼疮 红斑狼疮', 2, 4),
  disease('Q21.0', '先天性心脏病 室间隔缺损 先心病', 24, 1),
  disease('Q21.1', '房间隔缺损 先心病', 10, 1),
  disease('G80.9', '脑瘫 脑性瘫痪', 8, 1),
  disease('D61.9', '再生障碍性贫血 再障', 4, 2),
  disease('I61.9', '脑出血', 0, 6),
  disease('I63.9', '脑梗死 脑梗', 0, 6),
  disease('I25.1', '冠心病', 0, 4),
  disease('K74.6', '肝硬化', 0, 3),
  disease('F20.9', '精神分裂症', 0, 2),
  disease('B24', '艾滋病', 0, 0.4),
  disease('O14.1', '重度子痫前期', 0, 0.3),
];

const fits = (entry: Disease, age: number, sex: Sex): boolean => {
  if (entry.code.startsWith('O')) return sex === 'F' && age >= 20 && age <= 45;
  return entry.code !== 'C50.9' || sex === 'F';
};

/** A disease as likely at this age. */
export const drawDisease = (random: Random, age: number, sex: Sex): Disease =>
  random.weighted(
    DISEASES.filter((entry) => fits(entry, age, sex)).map((entry) => [entry, age < 14 ? entry.weight.child : entry.weight.adult] as const),
  );

/** The disease of a code. @throws Error when the charity has none such. */
export function diseaseOf(code: string): Disease {
  const found = DISEASES.find((entry) => entry.code === code);
  if (!found) throw new Error(`no disease ${code}`);
  return found;
}
