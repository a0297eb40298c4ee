import type { Sex } from '../people/person.js';
import type { Random } from '../random.js';

/** An illness as the insurance platform names it (ICD-10, national medical-insurance wording). */
export interface Diagnosis {
  readonly code: string;
  readonly name: string;
}

interface Occurrence extends Diagnosis {
  /** How often among those under 14, 14 to 59, and 60 or older. */
  readonly weights: readonly [child: number, adult: number, elder: number];
  readonly sex?: Sex;
}

const occurs = (code: string, name: string, child: number, adult: number, elder: number, sex?: Sex): Occurrence => ({
  code,
  name,
  weights: [child, adult, elder],
  ...(sex ? { sex } : {}),
});

/** Illnesses the charity and the Red Cross know, in the platform's words. */
const SERIOUS: readonly Diagnosis[] = [
  ['C34.9', '支气管和肺恶性肿瘤'],
  ['C50.9', '乳房恶性肿瘤'],
  ['C16.9', '胃恶性肿瘤'],
  ['C22.0', '肝细胞癌'],
  ['C18.9', '结肠恶性肿瘤'],
  ['C73', '甲状腺恶性肿瘤'],
  ['C91.0', '急性淋巴细胞白血病'],
  ['C92.0', '急性髓系白血病'],
  ['C71.9', '脑恶性肿瘤'],
  ['N18.5', '慢性肾脏病5期'],
  ['M32.9', '系统性红斑狼疮'],
  ['Q21.0', '室间隔缺损'],
  ['Q21.1', '房间隔缺损'],
  ['G80.9', '脑性瘫痪'],
  ['D61.9', '再生障碍性贫血'],
  ['I61.9', '脑内出血'],
  ['I63.9', '脑梗死'],
  ['I25.1', '动脉硬化性心脏病'],
  ['K74.6', '肝硬化'],
  ['F20.9', '精神分裂症'],
  ['B24', '人类免疫缺陷病毒病'],
  ['O14.1', '重度子痫前期'],
].map(([code, name]) => ({ code: code as string, name: name as string }));

const INPATIENT: readonly Occurrence[] = [
  occurs('J18.9', '肺炎', 30, 5, 10),
  occurs('J20.9', '急性支气管炎', 18, 2, 3),
  occurs('J03.9', '急性扁桃体炎', 8, 2, 0),
  occurs('A09', '胃肠炎和结肠炎', 10, 2, 2),
  occurs('J44.1', '慢性阻塞性肺病伴急性加重', 0, 1, 9),
  occurs('I63.9', '脑梗死', 0, 4, 14),
  occurs('I25.1', '动脉硬化性心脏病', 0, 4, 10),
  occurs('I10', '特发性高血压', 0, 3, 6),
  occurs('I61.9', '脑内出血', 0, 1, 2),
  occurs('E11.9', '2型糖尿病', 0, 5, 7),
  occurs('K80.2', '胆囊结石', 0, 6, 4),
  occurs('K35.8', '急性阑尾炎', 4, 4, 1),
  occurs('K40.9', '腹股沟疝', 3, 2, 3),
  occurs('K29.7', '胃炎', 0, 3, 3),
  occurs('K92.2', '胃肠出血', 0, 2, 2),
  occurs('N20.1', '输尿管结石', 0, 5, 2),
  occurs('N40', '前列腺增生', 0, 1, 6, 'M'),
  occurs('H25.9', '老年性白内障', 0, 0, 7),
  occurs('M51.2', '椎间盘移位', 0, 7, 4),
  occurs('M17.9', '膝关节病', 0, 2, 5),
  occurs('S72.0', '股骨颈骨折', 0, 1, 4),
  occurs('S82.2', '胫骨骨干骨折', 2, 4, 1),
  occurs('S06.0', '脑震荡', 3, 4, 1),
  occurs('O80.9', '单胎顺产', 0, 8, 0, 'F'),
  occurs('O82.9', '剖宫产分娩', 0, 6, 0, 'F'),
  occurs('D25.9', '子宫平滑肌瘤', 0, 4, 0, 'F'),
  occurs('G40.9', '癫痫', 3, 1, 1),
  occurs('H81.1', '良性阵发性眩晕', 0, 3, 4),
  occurs('F32.9', '抑郁发作', 0, 1, 0),
];

const OUTPATIENT: readonly Occurrence[] = [
  occurs('J06.9', '急性上呼吸道感染', 40, 18, 12),
  occurs('J20.9', '急性支气管炎', 14, 6, 8),
  occurs('K29.7', '胃炎', 2, 10, 10),
  occurs('M54.5', '下背痛', 0, 9, 12),
  occurs('L30.9', '皮炎', 8, 6, 6),
  occurs('K04.0', '牙髓炎', 5, 7, 5),
  occurs('H10.9', '结膜炎', 5, 4, 4),
  occurs('R51', '头痛', 1, 5, 5),
  occurs('N76.0', '急性阴道炎', 0, 4, 1, 'F'),
  occurs('S93.4', '踝扭伤', 2, 3, 1),
];

const CHRONIC: readonly Occurrence[] = [
  occurs('I10', '特发性高血压', 0, 40, 55),
  occurs('E11.9', '2型糖尿病', 0, 25, 22),
  occurs('J44.9', '慢性阻塞性肺病', 0, 3, 9),
  occurs('B18.1', '慢性乙型病毒性肝炎', 0, 14, 3),
  occurs('M06.9', '类风湿关节炎', 0, 5, 4),
  occurs('E05.9', '甲状腺毒症', 0, 6, 1),
  occurs('G40.9', '癫痫', 80, 2, 1),
  occurs('F20.9', '精神分裂症', 0, 4, 1),
];

const LISTS = { INPATIENT, OUTPATIENT, CHRONIC } as const;
const ALL = new Map([...SERIOUS, ...INPATIENT, ...OUTPATIENT, ...CHRONIC].map((entry) => [entry.code, entry] as const));
const ageGroup = (age: number): 0 | 1 | 2 => (age < 14 ? 0 : age < 60 ? 1 : 2);

/** The first three characters: the category an illness belongs to. */
export const categoryOf = (code: string): string => code.slice(0, 3);

/** The diagnosis of a code. @throws Error when the platform has none such. */
export function diagnosisOf(code: string): Diagnosis {
  const found = ALL.get(code);
  if (!found) throw new Error(`no diagnosis ${code}`);
  return found;
}

const drawLists = new Map<string, readonly (readonly [Occurrence, number])[]>();

/** An illness as likely among people of this age and sex. */
export function drawDiagnosis(random: Random, list: keyof typeof LISTS, age: number, sex: Sex): Diagnosis {
  const group = ageGroup(age);
  // Births belong to those who can give birth.
  const fertile = sex === 'F' && age >= 20 && age <= 42;
  const key = `${list} ${group} ${sex} ${fertile}`;
  let entries = drawLists.get(key);
  if (!entries) {
    entries = LISTS[list]
      .filter((entry) => (entry.sex ?? sex) === sex && (fertile || !entry.code.startsWith('O8')) && entry.weights[group] > 0)
      .map((entry) => [entry, entry.weights[group]] as const);
    drawLists.set(key, entries);
  }
  return random.weighted(entries);
}
