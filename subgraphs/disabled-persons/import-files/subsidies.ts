import { tableReader } from '../../../kit/records/table-reader.js';
import { numberOfCard } from './number-of-card.js';

/** The two subsidies, paid by month. */
export const SUBSIDIES = tableReader({
  file: 'subsidies.csv',
  table: 'subsidy',
  columns: ['补贴编号', '残疾人证号', '补贴种类', '月标准', '起始年月', '截止年月', '最近发放年月'],
  cells: {
    subsidy_no: (row) => row.text('补贴编号'),
    id_number: (row) => row.idNumber('残疾人证号', numberOfCard),
    subsidy_kind: (row) => row.text('补贴种类'),
    monthly_amount: (row) => row.yuan('月标准'),
    began_month: (row) => row.month('起始年月'),
    ended_month: (row) => row.optionalMonth('截止年月'),
    last_paid_month: (row) => row.optionalMonth('最近发放年月'),
  },
});
