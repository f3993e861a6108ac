import { pagePath } from '../../platform/views/address';

/** The page on which the office sets the deadlines of a phase. */
export function deadlinesAddress(code: string, phase: string): string {
  return pagePath('van-phong', 'thoi-han', code, phase);
}
