/** Word measures in twentieths of a point. */
export const TWIPS_PER_POINT = 20;
const TWIPS_PER_MM = 1440 / 25.4;

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** A4, with the margins of print.css. */
export const PAGE = { short: twips(210), long: twips(297) };
export const MARGINS = { top: twips(21), right: twips(16), bottom: twips(21), left: twips(31) };
/** The page number stands in the middle of the top margin. */
export const HEADER = twips(8);

/** Of the lines of a page. */
export function textWidth({ isLandscape }: { isLandscape: boolean }): number {
  return (isLandscape ? PAGE.long : PAGE.short) - MARGINS.left - MARGINS.right;
}
