import type { Cells } from '../../../kit/records/cells.js';
import { tableReader } from '../../../kit/records/table-reader.js';
import { brokenSum, SETTLEMENT_AMOUNTS, type SummedColumn } from './settlement-sums.js';

type Amount = (typeof SETTLEMENT_AMOUNTS)[number];

/** The table's columns of amounts have the names of the file's. */
const AMOUNTS = Object.fromEntries(SETTLEMENT_AMOUNTS.map((column) => [column, (row: Cells<Amount>) => row.signedYuan(column)]));

/** Settlement events. A row whose sums do not hold is left out: half a bill would make every total wrong. */
export const SETTLEMENTS = tableReader({
  file: 'settlements.csv',
  table: 'settlement',
  columns: [
    ...['setl_id', 'mdtrt_id', 'psn_no', 'insutype', 'med_type', 'adm_date', 'dscg_date', 'setl_time', 'dise_no', 'dise_name'],
    ...['fixmedins_name', 'refd_setl_flag', 'refd_setl_id', ...SETTLEMENT_AMOUNTS],
  ] as const,
  cells: {
    setl_id: (row) => row.text('setl_id'),
    mdtrt_id: (row) => row.optional('mdtrt_id'),
    psn_no: (row) => row.text('psn_no'),
    insurance_type: (row) => row.text('insutype'),
    care_type: (row) => row.text('med_type'),
    admitted_on: (row) => row.optionalDay('adm_date'),
    discharged_on: (row) => row.optionalDay('dscg_date'),
    settled_on: (row) => row.day('setl_time'),
    disease_code: (row) => row.optional('dise_no'),
    disease: (row) => row.optional('dise_name'),
    hospital: (row) => row.optional('fixmedins_name'),
    ...AMOUNTS,
    reverses_id: (row) => (row.flag('refd_setl_flag') === 'true' ? row.text('refd_setl_id') : null),
  },
  broken: (row) => {
    const fenOf = (column: SummedColumn) => row.signedFen(column);
    if (row.flag('refd_setl_flag') === 'false' && fenOf('medfee_sumamt') < 0) return 'refd_setl_flag';
    return brokenSum(fenOf);
  },
});
