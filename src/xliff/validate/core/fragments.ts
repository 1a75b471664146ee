import { attributeOf } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { quoted } from '../finding.ts';
import { isNameToken } from '../value-types.ts';
import { elementsOf, type InlineContent, isAnnotationStart, sides } from './inline-content.ts';

/** What a fragment identifier of XLIFF names. */
export type Fragment = {
  /** It begins at the document, not where it stands. */
  readonly absolute: boolean;
  readonly file?: string;
  readonly group?: string;
  readonly unit?: string;
  /** What is not a file, group or unit; without prefix: a segment, ignorable or inline element of a source. */
  readonly leaf?: { readonly prefix: string; readonly id: string };
};

const containers = new Map([
  ['f', 'file'],
  ['g', 'group'],
  ['u', 'unit'],
] as const);
const containerOrder = ['f', 'g', 'u'];
const corePrefixes: ReadonlySet<string> = new Set(['n', 'd', 't']);
const modulePrefixes: ReadonlySet<string> = new Set([
  'gls',
  'mtc',
  'mda',
  'res',
  'slr',
  'fs',
  'val',
  'its',
  'ctr',
]);

/**
 * Parses what follows `#`, by the section “Fragment Identification” of the standard.
 *
 * @param extensionPrefixes prefixes registered for extensions
 */
export function parseFragment(
  fragment: string,
  extensionPrefixes: ReadonlySet<string>,
): Fragment | { readonly problem: string } {
  const absolute = fragment.startsWith('/');
  const selectors = (absolute ? fragment.slice(1) : fragment).split('/');
  const found: { file?: string; group?: string; unit?: string } = {};
  let leaf: Fragment['leaf'];
  let last = -1;
  for (const selector of selectors) {
    const separator = selector.indexOf('=');
    const prefix = separator === -1 ? '' : selector.slice(0, separator);
    const id = selector.slice(separator + 1);
    if (!isNameToken(id)) return { problem: `${quoted(id)} is no id` };
    if (leaf) return { problem: `nothing may follow ${quoted(leaf.id)}` };
    const container = prefix === 'f' || prefix === 'g' || prefix === 'u' ? containers.get(prefix) : undefined;
    if (container === undefined) {
      const problem = prefixProblem(prefix, separator, extensionPrefixes);
      if (problem !== undefined) return { problem };
      leaf = { prefix, id };
      continue;
    }
    const rank = containerOrder.indexOf(prefix);
    if (rank === last) return { problem: `the prefix “${prefix}” is there twice` };
    if (rank < last) return { problem: 'the order is f, g, u' };
    last = rank;
    found[container] = id;
  }
  return { absolute, ...found, ...(leaf && { leaf }) };
}

function prefixProblem(
  prefix: string,
  separator: number,
  extensionPrefixes: ReadonlySet<string>,
): string | undefined {
  if (separator === -1 || corePrefixes.has(prefix)) return undefined;
  if (!isNameToken(prefix)) return `${quoted(prefix)} is no name token`;
  if (prefix.length < 2)
    return `the prefix ${quoted(prefix)} of a module or extension has fewer than two characters`;
  if (modulePrefixes.has(prefix) || extensionPrefixes.has(prefix)) return undefined;
  return `the prefix ${quoted(prefix)} is registered for no module or extension`;
}

/** The references of annotations that begin with `#` must follow the grammar, whatever they mean. */
export function checkFragments(content: InlineContent, { report, extensionPrefixes }: UnitContext): void {
  for (const side of sides) {
    for (const element of elementsOf(content[side]).filter(isAnnotationStart)) {
      const reference = attributeOf(element, 'ref');
      if (!reference?.startsWith('#')) continue;
      const parsed = parseFragment(reference.slice(1), extensionPrefixes);
      if (!('problem' in parsed)) continue;
      report.add(
        'fragment-identifier',
        element,
        `ref=${quoted(reference)} cannot be followed: ${parsed.problem}; write it as #f=…/u=…/… with one leaf at the end`,
      );
    }
  }
}
