import { CST, Lexer } from 'yaml';

const DEEPEST = 200;

/** Thrown at the first lexeme that lies deeper than any file of an office does. */
export class TooDeep extends RangeError {
  constructor(readonly offset: number) {
    super('too deep');
  }
}

/**
 * The lexemes of a YAML text. The library composes by recursion, and text of brackets alone can exhaust the stack; so
 * nesting is bounded here: brackets in flow style, indentation and marks of one line in block style.
 */
export function* lexemesWithin(text: string): Generator<string> {
  const depth = new Depth();
  for (const lexeme of new Lexer().lex(text)) {
    depth.meet(lexeme);
    yield lexeme;
  }
}

class Depth {
  private offset = 0;
  private flow = 0;
  /** Columns before, and block marks within, the present line. */
  private block = 0;
  private atLineStart = true;
  private isScalar = false;

  meet(lexeme: string): void {
    if (this.isScalar) this.isScalar = false;
    else this.count(lexeme);
    if (this.flow > DEEPEST || this.block > DEEPEST) throw new TooDeep(this.offset);
    if (!MARKERS.has(lexeme)) this.offset += lexeme.length;
  }

  private count(lexeme: string): void {
    const type = CST.tokenType(lexeme);
    this.isScalar = type === 'scalar';
    if (type === 'newline') this.block = 0;
    else if (type === 'flow-map-start' || type === 'flow-seq-start') this.flow += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') this.flow -= 1;
    else if (type === 'flow-error-end') this.flow = 0;
    else if (this.flow === 0) this.block += weightOf(type, lexeme, this.atLineStart);
    this.atLineStart = type === 'newline';
  }
}

/** Lexemes that the lexer adds and the text does not hold. */
const MARKERS = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function weightOf(type: string | null, lexeme: string, atLineStart: boolean): number {
  if (type === 'space') return atLineStart ? lexeme.length : 0;
  return type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind' ? 1 : 0;
}
