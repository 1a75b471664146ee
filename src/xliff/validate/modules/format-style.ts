import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import type { Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

/** The rules of the Format Style module, for one element of the core. */
export function checkFormatStyle(element: XmlElement, report: Report): void {
  const hasStyle = attributeOf(element, 'fs', namespaces.formatStyle) !== undefined;
  const hasMore = attributeOf(element, 'subFs', namespaces.formatStyle) !== undefined;
  if (hasMore && !hasStyle) {
    report.add('sub-fs-needs-fs', element, `<${element.name}> has fs:subFs without fs:fs: add it`);
  }
  if ((hasStyle || hasMore) && element.local === 'ec' && attributeOf(element, 'isolated') !== 'yes') {
    report.add(
      'fs-on-end-code',
      element,
      'an <ec> that is not isolated has the style of its <sc>: remove fs:fs and fs:subFs',
    );
  }
}
