import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { ConstraintId } from '../constraints.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { elementsOf, type InlineContent } from './inline-content.ts';

/** Says of each element whose id an earlier one has that it must be another one. */
export function checkUnique(
  elements: readonly XmlElement[],
  constraint: ConstraintId,
  scope: string,
  report: Report,
  seen = new Set<string>(),
): void {
  for (const element of elements)
    addIfSeen(element, attributeOf(element, 'id'), constraint, scope, report, seen);
}

/** Tells where an id has been seen before, and remembers it. */
export function addIfSeen(
  element: XmlElement,
  id: string | undefined,
  constraint: ConstraintId,
  scope: string,
  report: Report,
  seen: Set<string>,
): void {
  if (id === undefined) return;
  const before = seen.size;
  // Ids are many: one look at the set has to do.
  seen.add(id);
  if (seen.size === before) {
    const message = `the id ${quoted(id)} of <${element.name}> is used before in ${scope}: give it another`;
    report.add(constraint, element, message);
  }
}

/** Ids of notes and original data, each unique in its list. */
export function checkListIds(list: XmlElement, report: Report): void {
  if (list.local === 'notes') {
    checkUnique(childrenOf(list, 'note', namespaces.core), 'note-id-unique', 'these notes', report);
  } else {
    const data = childrenOf(list, 'data', namespaces.core);
    checkUnique(data, 'data-id-unique', 'this original data', report);
  }
}

/**
 * Segments, ignorables and the inline elements of all sources share one set of ids; an inline element of a target has the id of the
 * one it translates, in the source beside it, or one that is new in the unit.
 */
export function checkContentIds(content: InlineContent, report: Report): void {
  if (content.parts.length === 1 && content.source.length === 0 && content.target.length === 0) return;
  const scope = content.owner.local === 'match' ? 'this match' : 'this unit';
  const holders = content.parts.map(({ element }) => element).filter((element) => element !== content.owner);
  const ids = new Set<string>();
  checkUnique([...holders, ...elementsOf(content.source)], 'content-id-unique', scope, report, ids);
  if (content.target.length === 0) return;
  const inSource = new Map<string, { part: unknown; local: string }>();
  for (const { element, part } of content.source) {
    const id = attributeOf(element, 'id');
    if (id !== undefined) inSource.set(id, { part, local: element.local });
  }
  const inTarget = new Set<string>();
  for (const { element, at, part } of content.target) {
    const id = attributeOf(element, 'id');
    if (at === 'close' || id === undefined) continue;
    const twin = inSource.get(id);
    const isTwin = twin?.part === part && twin.local === element.local;
    if (inTarget.has(id) || (ids.has(id) && !isTwin)) {
      report.add(
        'target-id',
        element,
        `the id ${quoted(id)} of <${element.name}> belongs to another element of ${scope}: use that of its twin in the source beside it, or a new one`,
      );
    }
    inTarget.add(id);
  }
}

/**
 * Ids of extensions are unique among the elements of their namespace in the file, group or unit that holds them. The ids of modules
 * have rules of their own.
 */
export function checkExtensionIds(
  holder: XmlElement,
  knownNamespaces: { has(uri: string): boolean },
  report: Report,
): void {
  const seen = new Map<string, Set<string>>();
  const walk = (element: XmlElement): void => {
    const id = attributeOf(element, 'id') ?? attributeOf(element, 'id', namespaces.xml);
    const ids = seen.get(element.uri) ?? new Set<string>();
    seen.set(element.uri, ids);
    addIfSeen(element, id, 'extension-id-unique', `this <${holder.name}>`, report, ids);
    for (const child of element.children) if (child.kind === 'element') walk(child);
  };
  for (const child of holder.children) {
    if (child.kind === 'element' && !knownNamespaces.has(child.uri)) walk(child);
  }
}
