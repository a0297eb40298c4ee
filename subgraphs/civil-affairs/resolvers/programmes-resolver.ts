import { Query, Resolver } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';
import { PROGRAMMES } from '../programmes.js';
import { CivilAffairsProgramme } from '../types/programme.js';

/** The bureau's catalogue. */
@Resolver()
export class ProgrammesResolver {
  @Query(() => [CivilAffairsProgramme], { nullable: true, description: 'Programmes of the County Civil Affairs Bureau.' })
  @Public('CATALOGUE')
  civilAffairsProgrammes(): readonly CivilAffairsProgramme[] {
    return PROGRAMMES;
  }
}
