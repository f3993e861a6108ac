/** Where in the document a finding stands: keys and indices from the root. */
export type Path = readonly (string | number)[];

/**
 * One thing that a person must mend (`error`) or should know (`warning`) in a campaign or nominations file.
 * The code names a sentence `finding.<code>` of the messages file; params fill it.
 */
export interface Finding {
  level: 'error' | 'warning';
  code: string;
  path: Path;
  params: Record<string, string | number>;
}
