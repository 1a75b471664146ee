import { childrenOf, type XmlElement } from '../../../xml/node.ts';
import { checkUnique } from '../core/identifiers.ts';
import type { Report } from '../finding.ts';

/** The rule of the Metadata module, for one `<mda:metadata>`: ids are unique in it, its own included. */
export function checkMetadata(metadata: XmlElement, report: Report): void {
  const withIds: XmlElement[] = [];
  const collect = (element: XmlElement): void => {
    withIds.push(element);
    childrenOf(element, 'metaGroup', metadata.uri).forEach(collect);
  };
  collect(metadata);
  checkUnique(withIds, 'metadata-id-unique', 'this metadata', report);
}
