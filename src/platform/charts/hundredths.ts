/** Hundredths as people read them: 8750 → `87,50`. */
export function pointsText(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** As short as an axis wants it: 8750 → `87,5`, 8000 → `80`. */
export function shortPoints(hundredths: number): string {
  return pointsText(hundredths).replace(/,?0+$/, '');
}
