import { Ctx, Query, Resolver } from 'type-graphql';
import type { AgencyContext } from '../../../kit/agency.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import type { CharityFederationLoaders } from '../data/open-records.js';
import { mapProject } from '../map-project.js';
import { CharityProject } from '../types/charity-project.js';

/** The federation's catalogue. */
@Resolver()
export class ProjectsResolver {
  @Query(() => [CharityProject], { nullable: true, description: 'Projects of the County Charity Federation.' })
  @Public('CATALOGUE')
  async charityProjects(@Ctx() { loaders }: AgencyContext<CharityFederationLoaders>): Promise<CharityProject[]> {
    return (await loaders.projects()).map(mapProject);
  }
}
