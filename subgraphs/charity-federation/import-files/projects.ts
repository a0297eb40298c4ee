import { tableReader } from '../../../kit/records/table-reader.js';

/** The list of projects. */
export const PROJECTS = tableReader({
  file: 'projects.csv',
  table: 'project',
  columns: ['项目编号', '项目名称', '项目类别', '救助病种', '单次封顶', '年度封顶', '启动日期', '状态'],
  cells: {
    project_no: (row) => row.text('项目编号'),
    name: (row) => row.text('项目名称'),
    category: (row) => row.optional('项目类别'),
    diseases: (row) => row.optional('救助病种'),
    cap_per_grant: (row) => row.optional('单次封顶'),
    cap_per_year: (row) => row.optional('年度封顶'),
    started_on: (row) => row.optional('启动日期'),
    state: (row) => row.optional('状态'),
  },
});
