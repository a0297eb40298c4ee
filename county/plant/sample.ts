/** A person the README and the command line may name. */
export interface Sample {
  readonly label: string;
  readonly name: string;
  readonly idNumber: string;
  readonly description: { readonly zh: string; readonly en: string };
}
