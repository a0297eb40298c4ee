import type { DataSource } from 'typeorm';
import { Project } from './project.js';

/** All projects. */
export const findProjects = (dataSource: DataSource): Promise<Project[]> =>
  dataSource.getRepository(Project).find({ order: { projectNo: 'ASC' } });
