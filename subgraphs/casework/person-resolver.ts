import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Derived } from '../../schema/types/policy-decorators.js';
import { mergePriorAid } from './merge-prior-aid.js';
import { AID_SHAPE } from './released/answer-shapes.js';
import { type Moment, sourceOf } from './released/source.js';
import { PRIOR_AID_INPUTS, PRIOR_AID_REQUIRES } from './sources.js';
import { Person } from './types/person.js';
import { PriorAid } from './types/prior-aid.js';

/** What casework's resolvers have of one sub-request: the day it is asked on. It holds no store. */
export type CaseworkContext = Moment;

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => PriorAid, {
    nullable: true,
    description: 'What help this person had, over all agencies, as far as this asker may know.',
  })
  @Directive(`@requires(fields: "${PRIOR_AID_REQUIRES}")`)
  @Derived()
  priorAid(@Root() person: Person, @Ctx() context: CaseworkContext): PriorAid {
    return mergePriorAid(
      PRIOR_AID_INPUTS.map(({ source, field }) => sourceOf(source, person[field], AID_SHAPE, (record) => record, context)),
    );
  }
}
