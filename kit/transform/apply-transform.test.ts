import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Amount } from '../../schema/types/amount.js';
import { decimalOf, fenOf, sumAmounts } from '../../schema/values/amount.js';
import { TRANSFORMS, type Transform } from '../../schema/vocabulary/transforms.js';
import { transformValue } from './apply-transform.js';
import { ICD10_BLOCKS, ICD10_CHAPTERS } from './icd10-classes.js';

const ALL = Object.keys(TRANSFORMS) as Transform[];
const context = { asOf: '2025-06-15T02:00:00Z', pseudonym: (id: string) => `p${id.length}` };
const apply = (by: Transform, value: unknown) => transformValue(by, value, context);
const yuan = (text: string) => ({ min: text, max: text });

const fen = fc.bigInt({ min: -9_999_999n, max: 100_000_000_000n });
const bandOf = (amount: Amount) => {
  const band = apply('BAND_AMOUNT', amount) as Amount | null;
  if (!band) throw new Error('no band');
  return band;
};
const holds = (interval: Amount, amount: bigint) =>
  fenOf(interval.min) <= amount && (interval.max === null || amount <= fenOf(interval.max));

describe('every transform', () => {
  it('keeps null and gives null for a value of the wrong shape', () => {
    for (const by of ALL) {
      expect(apply(by, null)).toBeNull();
      expect(apply(by, undefined)).toBeNull();
      expect(apply(by, 12.5)).toBeNull();
      expect(apply(by, true)).toBeNull();
      expect(apply(by, Symbol('x'))).toBeNull();
      if (by !== 'PRESENCE') expect(apply(by, ['text'])).toBeNull();
    }
    expect(apply('NO_SUCH' as Transform, 'raw')).toBeNull();
    expect(apply('constructor' as Transform, 'raw')).toBeNull();
  });

  it('is total on arbitrary JSON and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true }), (by, value) => {
        expect(() => apply(by, value)).not.toThrow();
      }),
    );
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('raw');
        },
        ownKeys: () => {
          throw new Error('raw');
        },
      },
    );
    for (const by of ALL) expect(() => apply(by, hostile)).not.toThrow();
  });

  it('gives null when the pseudonym fails', () => {
    const failing = {
      ...context,
      pseudonym: () => {
        throw new Error('no key');
      },
    };
    expect(transformValue('PSEUDONYM', 'record-1', failing)).toBeNull();
  });

  it('never gives the text that went in', () => {
    const han = fc
      .array(fc.constantFrom(...'欧阳王小明县市区镇街道缙云丽水标记'), { minLength: 3, maxLength: 12 })
      .map((letters) => `${letters.join('')}记`);
    const latin = fc.stringMatching(/^MARK[A-Za-z0-9@._-]{4,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.oneof(han, latin), (by, text) => {
        const released = JSON.stringify([apply(by, text), apply(by, { min: text, max: text }), apply(by, [text])]);
        // A container is released as it stands: its own fields are decided one by one.
        const shown = by === 'PRESENCE' ? JSON.stringify([apply(by, text), apply(by, [text])]) : released;
        expect(shown).not.toContain(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing when applied to its own output', () => {
    const value = fc.oneof(
      fc.constantFrom(
        '2024-05-17',
        '2024-05',
        '2024',
        'C34.900x001',
        'n18.9',
        'F32.1',
        '999122001',
        '王小明',
        '欧阳明',
        '浙江省丽水市缙云县壶镇镇',
        'DIBAO',
        'TEMPORARY_ASSISTANCE',
      ),
      fc.string(),
      fen.map((amount) => yuan(decimalOf(amount))),
      fen.map((amount) => ({ min: decimalOf(amount), max: null })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ALL.filter((by) => by !== 'PSEUDONYM')), value, (by, raw) => {
        const once = apply(by, raw);
        expect(apply(by, once)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('BAND_AMOUNT', () => {
  it.each([
    ['0.01', '0.01', '499.99'],
    ['499.99', '0.01', '499.99'],
    ['500.00', '500.00', '999.99'],
    ['1999.99', '1000.00', '1999.99'],
    ['3000.00', '2000.00', '4999.99'],
    ['5000.00', '5000.00', '9999.99'],
    ['99999.99', '50000.00', '99999.99'],
    ['100000.00', '100000.00', null],
    ['0.00', '0.00', '0.00'],
    ['-0.00', '0.00', '0.00'],
    ['-700.00', '-999.99', '-500.00'],
  ])('%s lies in %s to %s', (raw, min, max) => expect(apply('BAND_AMOUNT', yuan(raw))).toEqual({ min, max }));

  it('gives the hull of the bands for an interval', () => {
    expect(apply('BAND_AMOUNT', { min: '600.00', max: '3000.00' })).toEqual({ min: '500.00', max: '4999.99' });
    expect(apply('BAND_AMOUNT', { min: '-20.00', max: '20.00' })).toEqual({ min: '-499.99', max: '499.99' });
    expect(apply('BAND_AMOUNT', { min: '600.00', max: null })).toEqual({ min: '500.00', max: null });
  });

  it('refuses what is no amount, and a refund without a lower end', () => {
    for (const value of [
      { min: '2.00', max: '1.00' },
      { min: '1', max: '1' },
      { min: '1.00' },
      { max: '1.00' },
      yuan('-100000.00'),
      '12.00',
      { min: 1, max: 2 },
    ]) {
      expect(apply('BAND_AMOUNT', value)).toBeNull();
    }
  });

  it('is sound: the raw value is in its band, and sums of bands hold the sum of raw values', () => {
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 8 }), (amounts) => {
        const bands = amounts.map((amount) => bandOf(yuan(decimalOf(amount))));
        for (const [at, band] of bands.entries()) expect(holds(band, amounts[at] as bigint)).toBe(true);
        const raw = amounts.reduce((total, amount) => total + amount, 0n);
        expect(holds(sumAmounts(bands), raw)).toBe(true);
      }),
    );
  });

  it('is sound for intervals', () => {
    fc.assert(
      fc.property(fen, fen, fc.boolean(), (one, other, open) => {
        const [min, max] = one < other ? [one, other] : [other, one];
        const band = bandOf({ min: decimalOf(min), max: open ? null : decimalOf(max) });
        expect(holds(band, min) && holds(band, max)).toBe(true);
        if (open) expect(band.max).toBeNull();
      }),
    );
  });
});

describe('MASK_NAME and MASK_TEXT', () => {
  it.each([
    ['王小明', '王*明'],
    ['王明', '王*'],
    ['欧阳明', '欧阳*'],
    ['欧阳小明', '欧阳*明'],
    ['欧阳', '欧*'],
    ['王 小 明', '王*明'],
    ['王', '*'],
    ['买买提·艾力', '买*'],
    ['John Smith', 'J*'],
    ['331122', '*'],
    ['王*明', '王*明'],
  ])('%s → %s', (raw, masked) => expect(apply('MASK_NAME', raw)).toBe(masked));
  it('says that there is text, not how long', () =>
    expect([apply('MASK_TEXT', 'a'), apply('MASK_TEXT', '长'.repeat(99))]).toEqual(['***', '***']));
});

describe('GENERALISE_ICD10', () => {
  const position = (category: string) => (category.charCodeAt(0) - 65) * 100 + Number(category.slice(1));
  const covers = (outer: string, inner: string) =>
    position(outer.slice(0, 3)) <= position(inner.slice(0, 3)) && position(inner.slice(-3)) <= position(outer.slice(-3));

  it.each([
    ['C34.900', 'C30-C39', 'C00-D48'],
    ['c349', 'C30-C39', 'C00-D48'],
    ['C50.9', 'C50-C58', 'C00-D48'],
    ['N18.900x001', 'N17-N19', 'N00-O99'],
    ['C91.0', 'C81-C97', 'C00-D48'],
    ['I63.9', 'I60-I69', 'I00-I99'],
    ['C30-C39', 'C30-C39', 'C00-D48'],
    ['C00-D48', 'C00-D48', 'C00-D48'],
    ['A00-D48', null, null],
    ['lung cancer', null, null],
    ['W', null, null],
  ])('%s → %s, %s', (code, block, chapter) => {
    expect([apply('GENERALISE_ICD10_BLOCK', code), apply('GENERALISE_ICD10_CHAPTER', code)]).toEqual([block, chapter]);
  });

  it('merges delicate classes with their neighbours for everybody', () => {
    const same = (by: Transform, one: string, other: string) => expect(apply(by, one)).toBe(apply(by, other));
    for (const by of ['GENERALISE_ICD10_BLOCK', 'GENERALISE_ICD10_CHAPTER'] as const) {
      same(by, 'F32.1', 'G20');
      same(by, 'B20.1', 'B18.1');
      same(by, 'O80', 'N80.0');
      same(by, 'P07.3', 'R51');
      same(by, 'Q21.0', 'R51');
      same(by, 'Z21', 'Z51.1');
      same(by, 'X70', 'W19');
    }
  });

  it('has chapters and blocks that do not overlap, every block inside one chapter and wider than a category', () => {
    for (const classes of [ICD10_CHAPTERS, ICD10_BLOCKS]) {
      for (const [at, label] of classes.entries()) {
        expect(position(label.slice(0, 3))).toBeLessThan(position(label.slice(-3)));
        if (at > 0) expect(position((classes[at - 1] as string).slice(-3))).toBeLessThan(position(label.slice(0, 3)));
      }
    }
    for (const block of ICD10_BLOCKS) expect(ICD10_CHAPTERS.filter((chapter) => covers(chapter, block))).toHaveLength(1);
  });
});

describe('dates and ages', () => {
  it('never gains precision', () => {
    expect(
      ['2024-05-17', '2024-05', '2024', '2024-13', '17/05/2024', '2024-05-17T00:00:00Z'].map((date) => apply('GENERALISE_MONTH', date)),
    ).toEqual(['2024-05', '2024-05', '2024', null, null, null]);
    expect(['2024-05-17', '2024-05', '2024'].map((date) => apply('GENERALISE_YEAR', date))).toEqual(['2024', '2024', '2024']);
  });

  it.each([
    ['1960-06-15', '60-69'],
    ['1955-06-15', '70-79'],
    ['1955-06-16', '60-69'],
    ['1955', '60-79'],
    ['1955-06', '60-79'],
    ['1945', '70+'],
    ['1930-01-01', '80+'],
    ['2012-01-01', '0-17'],
    ['2007-06-15', '18-29'],
    ['2025-06-14', '0-17'],
    ['2026', null],
    ['60-69', '60-69'],
    ['60-68', null],
  ])('born %s: %s', (birth, band) => expect(apply('AGE_BAND', birth)).toBe(band));

  it('counts the day in China', () => {
    const at = (asOf: string) => transformValue('AGE_BAND', '1955-06-16', { ...context, asOf });
    expect([at('2025-06-15T15:59:59Z'), at('2025-06-15T16:00:00Z'), at('some day')]).toEqual(['60-69', '70-79', null]);
  });
});

describe('regions, codes, containers', () => {
  it.each([
    ['999122001', '999122'],
    ['999122001003', '999122'],
    ['999122', '999122'],
    ['9991220010', null],
    ['缙云县五云街道', '缙云县'],
    ['浙江省丽水市缙云县壶镇镇某村3号', '浙江省丽水市缙云县'],
    ['浙江省丽水市莲都区白云街道', '浙江省丽水市莲都区'],
    ['丽水市新建小区3幢', '丽水市'],
    ['新建小区3幢', null],
    ['壶镇镇', null],
    ['五云街道', null],
    ['3 Main Street', null],
  ])('%s → %s', (raw, county) => expect(apply('GENERALISE_REGION', raw)).toBe(county));

  it('names the class of a code and one class for all it does not know', () => {
    expect(['TEMPORARY_ASSISTANCE', 'REGULAR_AID', '临时救助', 'constructor'].map((kind) => apply('GENERALISE_AID_KIND', kind))).toEqual([
      'ONE_OFF_AID',
      'REGULAR_AID',
      'OTHER_AID',
      'OTHER_AID',
    ]);
    expect(['DIBAO', 'RIGID_EXPENDITURE', 'MARGINAL', '低保'].map((status) => apply('GENERALISE_STATUS', status))).toEqual([
      'BASIC_LIVING',
      'MARGINAL',
      'MARGINAL',
      'OTHER_STATUS',
    ]);
  });

  it('releases a container as it stands, a scalar or what hides one never', () => {
    const container = [{ a: 1 }, null];
    expect(apply('PRESENCE', container)).toBe(container);
    expect(apply('PRESENCE', [])).toEqual([]);
    for (const value of ['text', ['text'], new Date(), Buffer.from('x'), Promise.resolve('text'), Object('text'), [[1]]]) {
      expect(apply('PRESENCE', value)).toBeNull();
    }
  });

  it('asks the agency for the pseudonym', () => expect(apply('PSEUDONYM', 'record-1')).toBe('p8'));
});
