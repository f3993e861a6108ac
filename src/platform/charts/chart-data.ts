/** The numbers behind a drawing, for programs that draw them themselves: it stands in `data-chart` as JSON. */
export interface ChartData {
  /** Series one after the other in one bar, or side by side. */
  kind: 'stacked' | 'clustered';
  categories: string[];
  /** One value for each category. */
  series: { name: string; values: (number | null)[] }[];
}

/** What `data-chart` holds; undefined where it holds anything else. */
export function readChartData(json: string | undefined): ChartData | undefined {
  try {
    const data: unknown = JSON.parse(json ?? '');
    return isChartData(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isChartData(data: unknown): data is ChartData {
  return (
    isRecord(data) &&
    (data['kind'] === 'stacked' || data['kind'] === 'clustered') &&
    isArrayOf(data['categories'], (each) => typeof each === 'string') &&
    isArrayOf(data['series'], isSeries)
  );
}

function isSeries(data: unknown): boolean {
  const isValue = (each: unknown) => each === null || typeof each === 'number';
  return isRecord(data) && typeof data['name'] === 'string' && isArrayOf(data['values'], isValue);
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

function isArrayOf(data: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(isOne);
}
