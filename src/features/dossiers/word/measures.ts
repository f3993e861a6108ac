import type { SectionBlock } from './blocks';

/** Word measures in twentieths of a point. */
export const TWIPS_PER_POINT = 20;
const TWIPS_PER_MM = 1440 / 25.4;

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** A4. */
export const PAGE = { short: twips(210), long: twips(297) };
/** The page number stands in the middle of the top margin. */
export const HEADER = twips(8);

interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const USUAL: Margins = { top: twips(21), right: twips(16), bottom: twips(21), left: twips(31) };
/** Inside the frame. */
const CERTIFICATE: Margins = { top: twips(26), right: twips(34), bottom: twips(20), left: twips(34) };

/** Those of print.css. */
export function marginsOf(look: SectionBlock['look']): Margins {
  return look === 'certificate' ? CERTIFICATE : USUAL;
}

/** Of the lines of a page. */
export function textWidth(look: SectionBlock['look']): number {
  const { left, right } = marginsOf(look);
  return (look === 'portrait' ? PAGE.short : PAGE.long) - left - right;
}
