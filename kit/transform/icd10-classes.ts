/**
 * Classes of ICD-10 categories (WHO frame, as the national medical-insurance edition uses it), typed by hand.
 *
 * Delicate classes are merged with their neighbours for everybody, because a value hidden only for those who have it
 * would name them: mental (F) with nervous diseases (G); pregnancy (O) with genitourinary (N), as blocks with the
 * gynaecological ones; what almost only children under 14 have (P, Q) with symptoms (R); HIV (B20–B24) with the other
 * viral diseases; self-harm, reproduction and carriers (V–Y, Z) stay whole chapters; sexually transmitted diseases with
 * other bacterial ones. Blocks of a single category (C50, C97, B99, T79) are merged too: the block would be the raw value.
 */
export const ICD10_CHAPTERS: readonly string[] = [
  'A00-B99',
  'C00-D48',
  'D50-D89',
  'E00-E90',
  'F00-G99',
  'H00-H59',
  'H60-H95',
  'I00-I99',
  'J00-J99',
  'K00-K93',
  'L00-L99',
  'M00-M99',
  'N00-O99',
  'P00-R99',
  'S00-T98',
  'U00-U99',
  'V01-Y98',
  'Z00-Z99',
];

/** Blocks, each inside one chapter. A category of no block falls back to its chapter; only unassigned ones do. */
export const ICD10_BLOCKS: readonly string[] = [
  ...['A00-A09', 'A15-A19', 'A20-A28', 'A30-A64', 'A65-A69', 'A70-A74', 'A75-A79', 'A80-A89', 'A90-A99', 'B00-B09', 'B15-B34'],
  ...['B35-B49', 'B50-B64', 'B65-B83', 'B85-B99'],
  ...['C00-C14', 'C15-C26', 'C30-C39', 'C40-C41', 'C43-C44', 'C45-C49', 'C50-C58', 'C60-C63', 'C64-C68', 'C69-C72', 'C73-C75'],
  ...['C76-C80', 'C81-C97', 'D00-D09', 'D10-D36', 'D37-D48'],
  ...['D50-D53', 'D55-D59', 'D60-D64', 'D65-D69', 'D70-D77', 'D80-D89'],
  ...['E00-E07', 'E10-E14', 'E15-E16', 'E20-E35', 'E40-E46', 'E50-E64', 'E65-E68', 'E70-E90'],
  'F00-G99',
  ...['H00-H06', 'H10-H13', 'H15-H22', 'H25-H28', 'H30-H36', 'H40-H42', 'H43-H45', 'H46-H48', 'H49-H52', 'H53-H54', 'H55-H59'],
  ...['H60-H62', 'H65-H75', 'H80-H83', 'H90-H95'],
  ...['I00-I02', 'I05-I09', 'I10-I15', 'I20-I25', 'I26-I28', 'I30-I52', 'I60-I69', 'I70-I79', 'I80-I89', 'I95-I99'],
  ...['J00-J06', 'J09-J18', 'J20-J22', 'J30-J39', 'J40-J47', 'J60-J70', 'J80-J84', 'J85-J86', 'J90-J94', 'J95-J99'],
  ...['K00-K14', 'K20-K31', 'K35-K38', 'K40-K46', 'K50-K52', 'K55-K64', 'K65-K67', 'K70-K77', 'K80-K87', 'K90-K93'],
  ...['L00-L08', 'L10-L14', 'L20-L30', 'L40-L45', 'L50-L54', 'L55-L59', 'L60-L75', 'L80-L99'],
  ...['M00-M25', 'M30-M36', 'M40-M54', 'M60-M79', 'M80-M94', 'M95-M99'],
  ...['N00-N08', 'N10-N16', 'N17-N19', 'N20-N23', 'N25-N29', 'N30-N39', 'N40-N51', 'N60-N64', 'N70-O99'],
  'P00-R99',
  ...['S00-S09', 'S10-S19', 'S20-S29', 'S30-S39', 'S40-S49', 'S50-S59', 'S60-S69', 'S70-S79', 'S80-S89', 'S90-S99', 'T00-T07'],
  ...['T08-T14', 'T15-T19', 'T20-T32', 'T33-T35', 'T36-T50', 'T51-T65', 'T66-T79', 'T80-T88', 'T90-T98'],
  ...['U00-U99', 'V01-Y98', 'Z00-Z99'],
];
