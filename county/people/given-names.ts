import type { Random } from '../random.js';
import type { Sex } from './person.js';

/** Whole given names, and characters of which further ones are put together, of people born up to a year. */
interface Cohort {
  readonly until: number;
  readonly whole: Readonly<Record<Sex, string>>;
  readonly first: Readonly<Record<Sex, string>>;
  readonly second: Readonly<Record<Sex, string>>;
}

const COHORTS: readonly Cohort[] = [
  {
    until: 1949,
    whole: { M: '根木 樟树 水根 金土 火生 德福 阿毛 有财 寿松 朝根', F: '秀英 桂英 玉兰 彩娥 香莲 月仙 凤娇 阿花 金妹 小妹' },
    first: { M: '德金银樟水福寿宝文正', F: '秀桂玉彩香月凤金春兰' },
    second: { M: '根生林财松贵发元土木', F: '英兰娥莲仙娇花妹芝菊' },
  },
  {
    until: 1964,
    whole: { M: '建国 建军 国庆 援朝 解放 卫国 跃进 国强 志明 土根', F: '秀珍 美芳 爱华 桂花 秀兰 建英 玉珍 爱珍 美娟 春花' },
    first: { M: '建国志卫德永新光伟土', F: '秀美爱玉桂建春雪月彩' },
    second: { M: '国军强明华平生根法良', F: '珍芳华英兰娟花琴菊仙' },
  },
  {
    until: 1979,
    whole: { M: '伟 勇 军 卫东 红兵 向阳 建华 志勇 海军 永强', F: '丽 红 敏 燕 丽华 红梅 晓红 美玲 海燕 爱红' },
    first: { M: '卫志永建向海晓国伟小', F: '丽红美晓爱海雪小慧玲' },
    second: { M: '东兵勇强华军平峰明忠', F: '华梅红玲燕萍芬琴英霞' },
  },
  {
    until: 1994,
    whole: { M: '伟 超 磊 鹏 斌 文斌 俊杰 晓峰 海波 旭东', F: '丽 静 婷 娜 倩 丽娜 晓燕 雪梅 佳丽 婷婷' },
    first: { M: '俊晓文海旭志伟建宇家', F: '丽晓雪佳婷静慧艳梦玉' },
    second: { M: '杰峰斌波东鹏超辉龙涛', F: '娜燕梅丽婷静敏洁莹倩' },
  },
  {
    until: 2004,
    whole: { M: '杰 鑫 宇航 文杰 家豪 俊豪 志豪 浩然 嘉伟 晨', F: '雨婷 思琪 佳怡 欣怡 梦婷 雨欣 雅婷 诗琪 佳慧 颖' },
    first: { M: '宇文家俊浩嘉志晨思子', F: '雨思佳欣梦雅诗若子嘉' },
    second: { M: '航杰豪轩伟然辉涛阳凯', F: '婷琪怡欣慧颖洁妍雯瑶' },
  },
  {
    until: 9999,
    whole: { M: '子轩 浩宇 宇轩 梓豪 沐宸 奕辰 子墨 俊熙 浩然 一诺', F: '子涵 梓涵 欣怡 诗涵 雨桐 梓萱 一诺 可馨 语桐 若汐' },
    first: { M: '子浩宇梓沐奕俊一泽铭', F: '子梓欣诗雨可语若芷沐' },
    second: { M: '轩宇豪宸辰墨熙然睿泽', F: '涵怡桐萱馨汐妍彤瑶琪' },
  },
];

/** A given name as it was liked in the year of birth. */
export function givenName(random: Random, sex: Sex, birthYear: number): string {
  const cohort = COHORTS.find(({ until }) => birthYear <= until) as Cohort;
  if (random.chance(0.35)) return random.pick(cohort.whole[sex].split(' '));
  return random.pick([...cohort.first[sex]]) + random.pick([...cohort.second[sex]]);
}
