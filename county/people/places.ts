/** A township of the county. */
export interface Town {
  /** Nine digits: the county's six and the township's three. */
  readonly code: string;
  readonly name: string;
}

/** A village or community of a township. */
export interface Village {
  readonly town: Town;
  readonly name: string;
}

/** The invented county. Its code has the form of GB/T 2260 but was never assigned. */
export const COUNTY = { code: '999001', name: '青岚县' } as const;

/** Neighbouring counties some residents were born in. */
export const NEIGHBOURS = ['999002', '999003', '999004'] as const;

const TOWNS: readonly (readonly [string, string])[] = [
  ['001', '青溪街道'],
  ['101', '兰渡镇'],
  ['201', '竹坞乡'],
  ['002', '云桥街道'],
  ['102', '松坪镇'],
  ['202', '岩背乡'],
  ['003', '鹤鸣街道'],
  ['103', '桐岭镇'],
  ['203', '茶垟乡'],
  ['104', '梅涧镇'],
  ['204', '银坑乡'],
  ['105', '沙湾镇'],
  ['205', '雾岭乡'],
  ['106', '柘源镇'],
  ['206', '稻坪乡'],
  ['107', '枫堰镇'],
  ['207', '麻溪乡'],
  ['208', '栗山乡'],
];
const VILLAGES = 256;
const PEOPLE_PER_VILLAGE = 1_700;
const FIRST = [...'上下东西石樟溪桥岭金田柳松梅白黄'];
const SECOND = [...'塘坑岸湾背源坪岩店宅川畈头坞口山'];

/** The villages of a county of so many people, spread over its townships: at most 256 in 18. */
export function villagesFor(people: number): readonly Village[] {
  const count = Math.max(6, Math.min(VILLAGES, Math.round(people / PEOPLE_PER_VILLAGE)));
  const towns = TOWNS.slice(0, Math.max(3, Math.min(TOWNS.length, Math.ceil(count / 2)))).map(([code, name]) => ({
    code: COUNTY.code + code,
    name,
  }));
  return Array.from({ length: count }, (_, index) => {
    const town = towns[index % towns.length] as Town;
    // 59 has no factor in common with 256, so no two villages share a name.
    const place = (index * 59) % VILLAGES;
    return {
      town,
      name: `${FIRST[place % FIRST.length]}${SECOND[Math.floor(place / FIRST.length)]}${town.name.endsWith('街道') ? '社区' : '村'}`,
    };
  });
}
