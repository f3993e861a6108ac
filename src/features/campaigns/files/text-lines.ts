interface Place {
  line: number;
  col: number;
}

/** Turns an offset of a text into line and column, both from 1; a column is one UTF-16 unit. */
export class TextLines {
  private starts?: number[];

  constructor(private readonly text: string) {}

  at(offset: number): Place {
    const starts = (this.starts ??= startsOf(this.text));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, col: offset - starts[low]! + 1 };
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
