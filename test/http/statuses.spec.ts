import ts from 'typescript';
import { chosenStatus, statusOf } from '../../src/platform/http/statuses';
import { sourcesOf } from '../architecture/sources';

/** Every text in the first argument of `new DomainError(…)`, also where a condition chooses between two. */
function codesIn(text: string): string[] {
  const codes: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError')
      codes.push(...textsIn(node.arguments?.[0]));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return codes;
}

function textsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  return [];
}

const thrown = sourcesOf('src').flatMap(({ text }) => (text.includes('DomainError') ? codesIn(text) : []));

describe('the status of a refusal', () => {
  it('was chosen for every code that is thrown anywhere', () => {
    expect(thrown).toEqual(expect.arrayContaining(['phase-not-open', 'stale-edit', 'browser-failed']));
    expect([...new Set(thrown)].filter((code) => chosenStatus(code) === undefined)).toEqual([]);
  });

  it.each([
    ['browser-failed', 503],
    ['too-many-values', 413],
    ['unit-exists', 409],
    ['input-refused', 422],
  ])('%s is %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });
});
