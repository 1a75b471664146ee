import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import { quoted, type Report } from '../finding.ts';
import { elementsOf, type InlineContent, sides } from './inline-content.ts';

const isIsolated = (element: XmlElement): boolean => attributeOf(element, 'isolated') === 'yes';

/** `<sc>` and `<ec>`: which belongs to which, in the sources and in the targets of a unit or match. */
export function checkPairedCodes(content: InlineContent, report: Report): void {
  for (const side of sides) {
    const elements = elementsOf(content[side]).filter(({ local }) => local === 'sc' || local === 'ec');
    if (elements.length > 0) checkSide(elements, report);
  }
}

/** @param elements all `<sc>` and `<ec>` of one side, in their order */
function checkSide(elements: readonly XmlElement[], report: Report): void {
  const open = new Map<string, XmlElement>();
  const ended = new Set<XmlElement>();
  const isolatedStarts = new Set<string>();
  for (const element of elements) {
    if (element.local === 'sc') {
      const id = attributeOf(element, 'id') ?? '';
      if (isIsolated(element)) isolatedStarts.add(id);
      else open.set(id, element);
    } else if (checkEnd(element, report)) {
      const reference = attributeOf(element, 'startRef') ?? '';
      const start = open.get(reference);
      if (isolatedStarts.has(reference)) {
        report.add(
          'isolated-start',
          element,
          `the <sc> ${quoted(reference)} says isolated="yes", but ends here: remove isolated from it`,
        );
      } else if (start === undefined || ended.has(start)) {
        report.add(
          'end-code-without-start',
          element,
          `no <sc> before this <ec> has the id ${quoted(reference)} and is still open: correct startRef, or set isolated="yes" with an id`,
        );
      } else {
        ended.add(start);
        checkAgreement(start, element, report);
      }
    }
  }
  for (const [id, start] of open) {
    if (ended.has(start)) continue;
    report.add(
      'start-code-without-end',
      start,
      `no <ec startRef=${quoted(id)}> follows in the unit: add it, or set isolated="yes"`,
    );
  }
}

/** @returns whether the end names a start to be looked for */
function checkEnd(element: XmlElement, report: Report): boolean {
  const id = attributeOf(element, 'id');
  const reference = attributeOf(element, 'startRef');
  if (isIsolated(element)) {
    if (id === undefined || reference !== undefined) {
      report.add('end-code-identity', element, 'an isolated <ec> has an id and no startRef: correct them');
    }
    return false;
  }
  if (id !== undefined || reference === undefined) {
    report.add(
      'end-code-identity',
      element,
      'an <ec> that is not isolated has a startRef and no id: correct them, or set isolated="yes"',
    );
  }
  if (attributeOf(element, 'dir') !== undefined) {
    report.add('end-code-direction', element, 'only an isolated <ec> has dir: it is that of its <sc>');
  }
  return reference !== undefined;
}

const shared = ['canCopy', 'canDelete', 'canOverlap', 'canReorder'];

/** A start and its end have the same hints; what begins a fixed sequence ends as a member of it. */
function checkAgreement(start: XmlElement, end: XmlElement, report: Report): void {
  for (const name of shared) {
    const atStart = attributeOf(start, name) ?? 'yes';
    const atEnd = attributeOf(end, name) ?? 'yes';
    const expected = atStart === 'firstNo' ? 'no' : atStart;
    if (atEnd === expected) continue;
    report.add(
      'pair-hints-differ',
      end,
      `${name} is ${quoted(atStart)} at the <sc> and ${quoted(atEnd)} at this <ec>: it must be ${quoted(expected)} here`,
    );
  }
}
