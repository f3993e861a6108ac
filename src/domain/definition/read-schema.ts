import { type Fields, isMapping } from './fields';
import { type Node, shown } from './node';

const SCHEMAS = ['thidua/campaign@1', 'thidua/nominations@1'];

/** What is no mapping, or a file of the other kind, is one finding and not one for each key. */
export function isAnotherThing(node: Node, expected: string): boolean {
  if (isMapping(node.value)) return isAnotherSchema(node, expected);
  node.error('not-a-mapping', { found: shown(node.value) });
  return true;
}

function isAnotherSchema(node: Node, expected: string): boolean {
  const found =
    isMapping(node.value) && Object.hasOwn(node.value, 'schema') ? node.value['schema'] : undefined;
  const another = typeof found === 'string' && found !== expected && SCHEMAS.includes(found);
  if (another) node.child('schema', found).error('wrong-schema', { found, expected });
  return another;
}

export function readSchema(fields: Fields, expected: string): void {
  const node = fields.required('schema');
  if (node.value !== undefined && node.value !== expected)
    node.error('wrong-schema', { found: shown(node.value), expected });
}
