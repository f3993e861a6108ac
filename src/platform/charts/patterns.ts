import { ACCENT, type Attributes, INK, element } from './svg';

/** How a state is filled: told apart by pattern, so that print and colour blindness take nothing away. */
interface Pattern {
  ground: string;
  /** Lines in a square of 6 units. */
  lines?: string;
  dots?: boolean;
}

const PATTERNS: readonly Pattern[] = [
  { ground: ACCENT },
  { ground: '#fff', lines: 'M-1 1l2 -2M0 6l6 -6M5 7l2 -2' },
  { ground: '#fff', dots: true },
  { ground: '#fff' },
  { ground: '#c3cbd6' },
  { ground: '#fff', lines: 'M-1 5l2 2M0 0l6 6M5 -1l2 2M-1 1l2 -2M0 6l6 -6M5 7l2 -2' },
  { ground: '#fff', lines: 'M0 3h6' },
  { ground: '#fff', lines: 'M3 0v6' },
];

export const MOST_PATTERNS = PATTERNS.length;

/** The definitions of the first `count` patterns; `id` keeps them apart from those of other charts. */
export function patternDefinitions(id: string, count: number): string {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const patterns = PATTERNS.slice(0, count).map((pattern, at) =>
    element('pattern', { id: nameOf(id, at), ...size }, ...drawn(pattern)),
  );
  return element('defs', {}, ...patterns);
}

/** The value of `fill` for the pattern at this place. */
export function fillOf(id: string, at: number): string {
  return `url(#${nameOf(id, at)})`;
}

/** How a number is written so that it can be read on the pattern. */
export function lettersOn(at: number): Attributes {
  return PATTERNS[at]?.ground === ACCENT ? { fill: '#fff' } : {};
}

/** Whether a number needs a plate of its own under it to be read on the pattern. */
export function isDrawnOver(at: number): boolean {
  const { lines, dots } = PATTERNS[at] ?? {};
  return lines !== undefined || dots === true;
}

function drawn({ ground, lines, dots }: Pattern): string[] {
  const parts = [element('rect', { width: 6, height: 6, fill: ground })];
  if (lines) parts.push(element('path', { d: lines, stroke: INK, 'stroke-width': 1.1 }));
  if (dots) parts.push(element('circle', { cx: 3, cy: 3, r: 1.3, fill: INK }));
  return parts;
}

function nameOf(id: string, at: number): string {
  return `${id}-fill-${at}`;
}
