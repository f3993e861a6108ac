/** A text with one place marked by ▸: the text without the mark, and the place as `line:col`. */
export function marked(text: string): { text: string; place: string } {
  const offset = text.indexOf('▸');
  if (offset < 0) throw new Error('no place is marked');
  const before = text.slice(0, offset).split('\n');
  return { text: text.replace('▸', ''), place: `${before.length}:${before.at(-1)!.length + 1}` };
}

/** A text with one part changed; refuses a change that meets nothing. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return text.replace(from, () => to);
}
