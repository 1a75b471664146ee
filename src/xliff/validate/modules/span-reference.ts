import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { parseFragment } from '../core/fragments.ts';
import { elementsOf, type InlineContent, sides } from '../core/inline-content.ts';

/** The ids of everything in a unit that a match or a term can be about: its segments, and what is marked in them. */
export function spansOf(content: InlineContent): ReadonlySet<string> {
  const segments = content.parts.map(({ element }) => element).filter(({ local }) => local === 'segment');
  const inside = sides.flatMap((side) =>
    elementsOf(content[side].filter(({ part }) => part.element.local === 'segment')),
  );
  return new Set([...segments, ...inside].flatMap((element) => attributeOf(element, 'id') ?? []));
}

/** Whether a reference means one of these spans of the unit. It is an IRI: without `#` it would mean another file. */
export function meansSpan(
  reference: string,
  spans: ReadonlySet<string>,
  unit: XmlElement,
  { extensionPrefixes, file }: UnitContext,
): boolean {
  const hash = reference.indexOf('#');
  if (hash === -1) return false;
  const parsed = parseFragment(reference.slice(hash + 1), extensionPrefixes);
  if ('problem' in parsed || !parsed.leaf || (parsed.leaf.prefix !== '' && parsed.leaf.prefix !== 't')) {
    return false;
  }
  const sameFile = parsed.file === undefined || parsed.file === file.id;
  const sameUnit = parsed.unit === undefined || parsed.unit === attributeOf(unit, 'id');
  return sameFile && sameUnit && spans.has(parsed.leaf.id);
}
