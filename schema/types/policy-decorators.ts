import { Directive } from 'type-graphql';
import type { PublicKind, Subject } from '../policy-directives.js';
import type { Category } from '../vocabulary/categories.js';
import type { Transform } from '../vocabulary/transforms.js';

type FieldDecorator = PropertyDecorator & MethodDecorator;

/** `@consent` and `@deidentify` together: a field of personal data of `categories`, released as `by` where raw may not be. */
export function Protected(categories: readonly [Category, ...Category[]], by: Transform, subject: Subject = 'SELF'): FieldDecorator {
  const consent = Directive(`@consent(categories: [${categories.join(', ')}], subject: ${subject})`);
  const deidentify = Directive(`@deidentify(by: ${by})`);
  return ((target: object, key: string | symbol, descriptor?: PropertyDescriptor) => {
    // Decorators run bottom up; this order prints @consent before @deidentify.
    (consent as MethodDecorator)(target, key, descriptor as PropertyDescriptor);
    (deidentify as MethodDecorator)(target, key, descriptor as PropertyDescriptor);
  }) as FieldDecorator;
}

/** `@public`: not personal data. Every such field is also named in schema/public-fields.txt. */
export const Public = (as: PublicKind): FieldDecorator => Directive(`@public(as: ${as})`) as FieldDecorator;

/** `@derived`: casework's fields, computed from what the asker was released. */
export const Derived = (): FieldDecorator => Directive('@derived') as FieldDecorator;
