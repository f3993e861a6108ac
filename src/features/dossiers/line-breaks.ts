/** Beyond these, breaking by hand gains nothing: the browser breaks as it can. */
const MOST_LINES = 8;

/**
 * The lines of a heading of at most `limit` characters each, as few and as even as may be: the rule under it is measured
 * by its lines (NĐ 30/2020, Phụ lục I). A text that does not go into such lines stays one.
 */
export function evenLines(text: string, limit: number): string[] {
  // A dash stays with the words before it.
  const words = text.split(/ (?![-–] )/);
  const isPlain = text.length <= limit * MOST_LINES && words.every(({ length }) => length <= limit);
  if (!isPlain) return [text];
  const fewest = fill(words, limit).length;
  const widths = Array.from({ length: limit }, (_, at) => at + 1);
  const narrowest = widths.find((width) => fill(words, width).length <= fewest) ?? limit;
  return fill(words, narrowest);
}

/** Each line takes as many words as go into it. */
function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
