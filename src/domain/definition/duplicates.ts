import type { Path } from '../finding';
import type { Findings } from './node';

/** Reports each item of the list at `path` whose code an earlier item bears already. */
export function refuseSameCodes(findings: Findings, path: Path, items: readonly { code: string }[]): void {
  const seen = new Set<string>();
  items.forEach(({ code }, index) => {
    if (code !== '' && seen.has(code)) findings.error('duplicate-code', [...path, index, 'code'], { code });
    seen.add(code);
  });
}
