/** County (6 digits), township (9) or village (12) of GB/T 2260 and its continuations. */
const CODE = /^(\d{6})(?:\d{3}){0,2}$/;

/**
 * Han text down to its county: [province][prefecture]county. A name that ends in 区 counts only below a prefecture or
 * province, and never one that could be a residential compound, community or park.
 */
const PROVINCE = '[^省市县区旗镇乡街道村路号]{2,6}(?:省|自治区|市)';
const PREFECTURE = '[^省市县区旗镇乡街道村路号]{1,8}(?:市|自治州|地区|盟)';
const COUNTY = '[^省市县区旗镇乡街道村路号]{1,10}[县旗]';
const DISTRICT = '[^省市县区旗镇乡街道村路号小社园发]{1,8}区';
const TEXT = new RegExp(`^(?:(?:${PROVINCE})?(?:${PREFECTURE})?${COUNTY}|(?:${PROVINCE})?${PREFECTURE}(?:${DISTRICT})?)`, 'u');

/** GENERALISE_REGION: the county of a region code or of an address. What holds no county gives null. */
export function generaliseRegion(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const code = CODE.exec(text)?.[1];
  if (code !== undefined) return code;
  if (!/^\p{Script=Han}/u.test(text)) return null;
  const found = TEXT.exec(text.slice(0, 40))?.[0];
  return found !== undefined && /^\p{Script=Han}+$/u.test(found) ? found : null;
}
