import type { Town } from '../people/places.js';
import type { Random } from '../random.js';

/** Level of a hospital: what it deducts and what the pool pays depend on it. */
export type Level = 'PRIMARY' | 'SECONDARY' | 'TERTIARY';

/** Where somebody was treated. */
export interface Hospital {
  readonly name: string;
  readonly level: Level;
}

const COUNTY: readonly string[] = ['青岚县人民医院', '青岚县中医院', '青岚县妇幼保健院', '青岚县第二人民医院'];
const CITY: readonly string[] = ['瑶州市中心医院', '瑶州市人民医院', '瑶州市中医院', '瑶江大学附属第一医院', '瑶江大学附属肿瘤医院'];

/** A hospital of this level that somebody of the township would go to; outside towns it is the health centre. */
export function hospitalOf(random: Random, level: Level, town: Town): Hospital {
  switch (level) {
    case 'PRIMARY':
      return { level, name: town.name.endsWith('街道') ? `${town.name}社区卫生服务中心` : `${town.name}卫生院` };
    case 'SECONDARY':
      return { level, name: random.pick(COUNTY) };
    case 'TERTIARY':
      return { level, name: random.pick(CITY) };
  }
}
