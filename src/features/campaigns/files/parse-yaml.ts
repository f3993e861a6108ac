import { Composer, type Document, Parser, type YAMLError, type YAMLWarning } from 'yaml';
import type { CST } from 'yaml';
import type { Finding } from '../../../domain/finding';
import { type TextFinding, textFinding } from './text-finding';
import { type PlainYaml, walkYaml } from './walk-yaml';
import { TooDeep, lexemesWithin } from './yaml-depth';

/**
 * YAML 1.2 text to plain values; numbers stay the text that was written. Keys are not compared by the library (its way
 * takes quadratic time) but by the walker, and merge keys are keys like any other. Broken syntax gives no value.
 */
export function parseYaml(text: string): PlainYaml {
  try {
    return valueOf(compose(text), text.length);
  } catch (error) {
    if (error instanceof RangeError) return refused([textFinding('yaml-too-deep', offsetOf(error))]);
    throw error;
  }
}

function offsetOf(error: RangeError): number {
  return error instanceof TooDeep ? error.offset : 0;
}

interface Composed {
  document?: Document.Parsed;
  problems: Problem[];
}
type Problem = Pick<YAMLError | YAMLWarning, 'code' | 'pos' | 'message'>;

function compose(text: string): Composed {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const documents = composer.compose(tokensOf(text), true, text.length);
  const first = documents.next().value as Document.Parsed | undefined;
  const second = documents.next().value as Document.Parsed | undefined;
  const problems: Problem[] = [...(first?.errors ?? []), ...(first?.warnings ?? [])];
  if (second) problems.push({ code: 'MULTIPLE_DOCS', pos: [second.range[0], second.range[1]], message: '' });
  return { document: first, problems };
}

function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemesWithin(text)) yield* parser.next(lexeme);
  yield* parser.end();
}

function valueOf({ document, problems }: Composed, length: number): PlainYaml {
  if (problems.length > 0) return refused(onePerPlace(problems.map((problem) => findingOf(problem, length))));
  if (!document?.contents) return refused([textFinding('empty-file', 0)]);
  if (document.directives?.yaml.version === '1.1') return refused([textFinding('yaml-version', 0)]);
  return walkYaml(document.contents);
}

function refused(findings: TextFinding[]): PlainYaml {
  return { plain: undefined, findings, aliased: new Map() };
}

/** The library's codes, each with a sentence of its own; those that never reach a file of an office share one. */
const SENTENCES: Partial<Record<Problem['code'], string>> = {
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-several-documents',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-nested-key',
  MULTILINE_IMPLICIT_KEY: 'yaml-multiline-key',
  BAD_SCALAR_START: 'yaml-reserved-start',
  BAD_DQ_ESCAPE: 'yaml-escape',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_ALIAS: 'yaml-alias',
  BAD_DIRECTIVE: 'yaml-directive',
  KEY_OVER_1024_CHARS: 'yaml-long-key',
};

function findingOf({ code, pos }: Problem, length: number): TextFinding {
  return textFinding(SENTENCES[code] ?? 'yaml-syntax', Math.min(pos[0], length));
}

/** One slip often trips the parser several times: the first finding of each place is the telling one, and a tab above all. */
function onePerPlace(findings: TextFinding[]): TextFinding[] {
  const tabs = findings.filter(({ code }) => code === 'yaml-tab');
  const seen = new Set<Finding['code'] | number>();
  return (tabs.length > 0 ? tabs : findings).filter(({ code, offset }) => {
    const key = code === 'yaml-syntax' ? code : offset;
    return !seen.has(key) && seen.add(key);
  });
}
