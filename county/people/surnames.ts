const each = (weight: number, surnames: string): (readonly [string, number])[] =>
  [...surnames].map((surname) => [surname, weight] as const);

/** Surnames with their weights: the ten most common make about 40 %, then what is common in this part of the country. */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ...each(5.6, '王李张'),
  ...each(4.6, '刘陈'),
  ...each(3, '杨黄赵吴周'),
  ...each(4, '吕陶丁胡'),
  ...each(3, '虞施'),
  ...each(1.4, '徐孙朱马郭何林罗郑叶'),
  ...each(1, '梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余杜苏魏程蒋'),
];
