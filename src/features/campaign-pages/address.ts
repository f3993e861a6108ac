import { pagePath } from '../../platform/views/address';

/** The page of a phase that everybody reads; with a part behind it, one of its other pages. */
export function phaseAddress(code: string, phase: string, part?: string): string {
  return withPart(pagePath('phong-trao', code, phase), part);
}

/** Where the office opens a phase and edits its settings. */
export function settingsAddress(code: string, phase: string): string {
  return pagePath('van-phong', 'giai-doan', code, phase);
}

/** Where the office changes numbers of places. */
export function quotaAddress(code: string, phase: string): string {
  return pagePath('van-phong', 'chi-tieu', code, phase);
}

/** Where the office files plans; without a code, a new one. */
export function planAddress(code?: string): string {
  return withPart('/van-phong/ke-hoach', code && encodeURIComponent(code));
}

function withPart(address: string, part: string | undefined): string {
  return part === undefined ? address : `${address}/${part}`;
}
