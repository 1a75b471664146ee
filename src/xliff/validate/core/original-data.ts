import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import { quoted, type Report } from '../finding.ts';
import { elementsOf, type InlineContent, isCode, sides } from './inline-content.ts';

const references = ['dataRef', 'dataRefStart', 'dataRefEnd'];
const pairs = [
  ['dataRefStart', 'dataRefEnd'],
  ['equivStart', 'equivEnd'],
  ['subFlowsStart', 'subFlowsEnd'],
] as const;

/** Where codes refer to: original data, and codes they are copies of. */
export function checkOriginalData(content: InlineContent, report: Report): void {
  const codes = sides.flatMap((side) => elementsOf(content[side])).filter(isCode);
  if (codes.length === 0) return;
  const data = new Set(content.data.map((element) => attributeOf(element, 'id')));
  const byId = new Map(codes.map((element) => [attributeOf(element, 'id'), element]));
  for (const element of codes) {
    for (const name of references) {
      const reference = attributeOf(element, name);
      if (reference === undefined || data.has(reference)) continue;
      report.add(
        'data-reference',
        element,
        `${name}=${quoted(reference)} is no <data> of this <${content.owner.name}>: add it to <originalData>, or correct the id`,
      );
    }
    if (element.local === 'pc') checkHalves(element, report);
    const base = attributeOf(element, 'copyOf');
    if (base !== undefined) checkCopy(element, base, byId.get(base), report);
  }
}

/** What a `<pc>` says of its start it must say of its end. */
function checkHalves(element: XmlElement, report: Report): void {
  for (const [start, end] of pairs) {
    const hasStart = attributeOf(element, start) !== undefined;
    if (hasStart === (attributeOf(element, end) !== undefined)) continue;
    const [there, missing] = hasStart ? [start, end] : [end, start];
    report.add(
      'start-and-end-attribute',
      element,
      `<${element.name}> has ${there} without ${missing}: add it`,
    );
  }
}

const refersToData = (element: XmlElement): boolean =>
  references.some((name) => attributeOf(element, name) !== undefined);

function checkCopy(
  element: XmlElement,
  base: string,
  original: XmlElement | undefined,
  report: Report,
): void {
  if (refersToData(element)) {
    const message = `<${element.name}> refers to original data, so it needs no copyOf: remove one of them`;
    report.add('copy-with-data', element, message);
  }
  if (!original || original === element) {
    const message = `copyOf=${quoted(base)} is no other code of this unit: correct the id`;
    report.add('copy-reference', element, message);
    return;
  }
  if (refersToData(original)) {
    const message = `${quoted(base)} refers to original data: refer to the same data instead of using copyOf`;
    report.add('copy-of-data', element, message);
  }
  if (attributeOf(original, 'canCopy') === 'no') {
    report.add('copy-forbidden', element, `${quoted(base)} has canCopy="no": remove the copy`);
  }
}
