import { attributeOf, type XmlElement } from '../../xml/node.ts';
import type { Inherited } from './context.ts';
import { annotatedCategories, itsInherited } from './modules/its.ts';
import { namespaces } from './namespaces.ts';

export const nothingInherited: Inherited = {
  language: undefined,
  space: undefined,
  its: new Set(),
  annotated: new Set(),
};

/** What reaches the content of an element: what it says itself, and else what reached it. */
export function inheritedIn(element: Omit<XmlElement, 'children'>, outer: Inherited): Inherited {
  if (element.attributes.every(({ uri }) => uri === '')) return outer;
  const asElement: XmlElement = { ...element, children: [] };
  const its = element.attributes.filter(
    ({ uri, local }) => uri === namespaces.its && itsInherited.has(local),
  );
  const annotated = annotatedCategories(asElement);
  return {
    language: attributeOf(asElement, 'lang', namespaces.xml) ?? outer.language,
    space: attributeOf(asElement, 'space', namespaces.xml) ?? outer.space,
    its: its.length === 0 ? outer.its : new Set([...outer.its, ...its.map(({ local }) => local)]),
    annotated: annotated.length === 0 ? outer.annotated : new Set([...outer.annotated, ...annotated]),
  };
}
