/** Moves a point: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = [number, number, number, number, number, number];

/** First the one, then the other. */
export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** As operands of a drawing, which knows no exponents. */
export function numbers(values: readonly number[]): string {
  return values.map((value) => String(Number(value.toFixed(5))).replace(/^.*e.*$/, '0')).join(' ');
}
