import type { Project } from './data/project.js';
import type { CharityProject } from './types/charity-project.js';

/** A project as the catalogue shows it. */
export function mapProject(project: Project): CharityProject {
  const description = [project.category, project.diseases].filter(Boolean).join('：');
  return { name: project.name, description: description === '' ? null : description, cap: project.capPerGrant };
}
