import { attributeOf, type XmlElement } from '../../../xml/read.ts';
import type { Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

const ofStartCode = ['equivStorage', 'sizeInfo', 'sizeInfoRef'];

/** The rules of the Size and Length Restriction module, for one element of the core. */
export function checkSizeRestriction(element: XmlElement, report: Report): void {
  const has = (name: string): boolean => attributeOf(element, name, namespaces.sizeRestriction) !== undefined;
  if (has('sizeInfo') && has('sizeInfoRef')) {
    const message = `<${element.name}> has both slr:sizeInfo and slr:sizeInfoRef: keep one`;
    report.add('size-info-or-ref', element, message);
  }
  if (element.local !== 'ec' || attributeOf(element, 'isolated') === 'yes') return;
  for (const name of ofStartCode) {
    if (!has(name)) continue;
    const message = `an <ec> that is not isolated is measured with its <sc>: remove slr:${name}`;
    report.add('size-on-end-code', element, message);
  }
}
