/** Codes, days and words of the schema stay: they are no free text. */
const FIXED = new Set([
  'code',
  'campaign',
  'phase',
  'date',
  'from',
  'to',
  'review',
  'subject',
  'audience',
  'role',
  'kind',
  'at',
  'official',
  'aggregate',
  'minimum',
  'authority',
  'base',
  'evidence',
  'notApplicable',
  'proposed',
  'state',
  'gender',
  'positionClass',
  'criterion',
  'award',
  'status',
  'tieBreaks',
  'timezone',
  'scores',
  'ballots',
  'zero',
  'band',
]);

/** The same plan or round with `text` in place of every text that a person writes into it. */
export function replaceTexts<T>(value: T, text: string): T {
  if (typeof value === 'string') return text as T;
  if (Array.isArray(value)) return value.map((item: unknown) => replaceTexts(item, text)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      FIXED.has(key) && !isRows(item) ? item : replaceTexts(item, text),
    ]),
  ) as T;
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object';
}
