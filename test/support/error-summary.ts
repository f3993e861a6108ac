import { plainText } from './plain-text';

/** The lines of the summary above a form that came back. */
export function summaryIn(html: string): string[] {
  const [summary = ''] = /<div class="error-summary"[\s\S]*?<\/div>/.exec(html) ?? [];
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, line = '']) => plainText(line).trim());
}
