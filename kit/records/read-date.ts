const FORMS: readonly RegExp[] = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月?$/,
  /^(\d{4})(0[1-9]|1[0-2])$/,
  /^(\d{4})年?$/,
];

/**
 * Reads a date as agencies write it (`2024-05-17`, `2024/5/17`, `2024.5.17`, `20240517`, `2024年5月17日`, months and years
 * alike, full-width digits) into a PartialDate.
 *
 * @returns null when the text is no date of the calendar between 1900 and 2199; never a guess.
 */
export function readDate(text: string | null | undefined): string | null {
  const plain = (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match) return checked(match[1], match[2], match[3]);
  }
  return null;
}

function checked(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (y < 1900 || y > 2199) return null;
  const instant = new Date(Date.UTC(y, m - 1, d));
  if (instant.getUTCMonth() !== m - 1 || instant.getUTCDate() !== d) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  if (month === undefined) return `${y}`;
  return day === undefined ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}`;
}
