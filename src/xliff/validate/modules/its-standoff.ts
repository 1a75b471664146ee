import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { FileRecord } from '../context.ts';
import { parseFragment } from '../core/fragments.ts';
import { addIfSeen } from '../core/identifiers.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { agents } from './its-tables.ts';

/** The rules for standoff elements of one file, group or unit. */
export function checkItsStandoff(holder: XmlElement, report: Report): void {
  const seen = new Set<string>();
  for (const list of childrenOf(holder, undefined, namespaces.its)) {
    const id = attributeOf(list, 'id', namespaces.xml);
    addIfSeen(list, id, 'its-id-unique', `this <${holder.name}>`, report, seen);
    for (const item of childrenOf(list, undefined, namespaces.its)) {
      const needed =
        item.local === 'provenanceRecord' ? agents : ['locQualityIssueType', 'locQualityIssueComment'];
      if (needed.some((name) => attributeOf(item, name) !== undefined)) continue;
      report.add('its-record-empty', item, `<${item.name}> says nothing: add one of ${needed.join(', ')}`);
    }
  }
}

const listNames = [
  ['locQualityIssuesRef', 'locQualityIssues'],
  ['provenanceRecordsRef', 'provenanceRecords'],
] as const;

/** Remembers the ids of a standoff list with the file, group, unit or match it stands in. */
export function rememberStandoff(list: XmlElement, holder: XmlElement, { standoff }: FileRecord): void {
  const id = attributeOf(list, 'id', namespaces.xml);
  if (id === undefined) return;
  const known = standoff.get(holder) ?? new Set<string>();
  standoff.set(holder, known);
  known.add(`${list.local} ${id}`);
}

/**
 * References to standoff lists must name one that is in reach.
 *
 * @param holders the elements whose lists these are
 */
export function checkItsReferences(
  element: XmlElement,
  holders: readonly XmlElement[],
  { standoff }: FileRecord,
  extensionPrefixes: ReadonlySet<string>,
  report: Report,
): void {
  for (const [attribute, list] of listNames) {
    const reference = attributeOf(element, attribute, namespaces.its);
    if (reference === undefined) continue;
    const parsed = reference.startsWith('#')
      ? parseFragment(reference.slice(1), extensionPrefixes)
      : undefined;
    const leaf = parsed && !('problem' in parsed) ? parsed.leaf : undefined;
    const name = `${list} ${leaf?.id}`;
    if (leaf?.prefix === 'its' && holders.some((holder) => standoff.get(holder)?.has(name))) continue;
    const message = `its:${attribute}=${quoted(reference)} names nothing in reach of <${element.name}>: write #its= and the xml:id of a <${list}>`;
    report.add('its-reference', element, message);
  }
}
