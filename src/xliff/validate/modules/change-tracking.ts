import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { FileRecord } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

/** Elements of one name in a file, group or unit, and those of them that have an id. */
type Named = { readonly all: XmlElement[]; readonly byId: Map<string, XmlElement> };

/** The rules of Change Tracking, for the `<ctr:changeTrack>` elements of one file, group or unit. */
export function checkChangeTracking(holder: XmlElement, file: FileRecord, report: Report): void {
  const tracks = childrenOf(holder, 'changeTrack', namespaces.changeTracking);
  if (tracks.length === 0) return;
  const tracked = new Map<string, Named>();
  const ids = new Set<string>();
  collect(holder, tracked, ids);
  const isThere = (id: string): boolean =>
    ids.has(id) || (holder.local !== 'unit' && (file.units.has(id) || file.groups.has(id)));
  for (const revisions of tracks.flatMap((track) => childrenOf(track, 'revisions', track.uri))) {
    checkVersion(revisions, report);
    const named = tracked.get(attributeOf(revisions, 'appliesTo') ?? '');
    const reference = attributeOf(revisions, 'ref');
    if (reference === undefined) {
      if (named && named.all.length > 1 && named.byId.size === named.all.length) {
        const message = `there are ${named.all.length} <${named.all[0]?.name}> in this <${holder.name}>: say with ref which one was changed`;
        report.add('change-reference', revisions, message);
      }
      checkProperties(revisions, named?.all.length === 1 ? named.all[0] : undefined, report);
      continue;
    }
    if (!isThere(reference)) {
      const message = `ref=${quoted(reference)} is the id of nothing in this <${holder.name}>: correct it`;
      report.add('change-reference', revisions, message);
    }
    checkProperties(revisions, named?.byId.get(reference), report);
  }
}

/** All that changes may be tracked of: the elements of the core in a file, group or unit. */
function collect(parent: XmlElement, tracked: Map<string, Named>, ids: Set<string>): void {
  for (const child of childrenOf(parent, undefined, namespaces.core)) {
    const named = tracked.get(child.local) ?? { all: [], byId: new Map<string, XmlElement>() };
    tracked.set(child.local, named);
    named.all.push(child);
    const id = attributeOf(child, 'id');
    if (id !== undefined) {
      named.byId.set(id, child);
      ids.add(id);
    }
    collect(child, tracked, ids);
  }
}

function checkVersion(revisions: XmlElement, report: Report): void {
  const current = attributeOf(revisions, 'currentVersion');
  const versions = childrenOf(revisions, 'revision').map((one) => attributeOf(one, 'version'));
  if (current === undefined || versions.includes(current)) return;
  const message = `currentVersion=${quoted(current)} is the version of none of these revisions: correct it`;
  report.add('change-current-version', revisions, message);
}

/** @param changed the element the revisions are about, where it is known */
function checkProperties(revisions: XmlElement, changed: XmlElement | undefined, report: Report): void {
  for (const revision of childrenOf(revisions, 'revision')) {
    const seen = new Set<string>();
    for (const item of childrenOf(revision, 'item')) {
      const property = attributeOf(item, 'property');
      if (property === undefined) continue;
      if (seen.has(property)) {
        const message = `${quoted(property)} is said twice of one revision: keep one, or make two revisions`;
        report.add('change-property', item, message);
      }
      seen.add(property);
      if (property === 'content' || !changed) continue;
      if (changed.attributes.some(({ name }) => name === property)) continue;
      const message = `<${changed.name}> has no attribute ${quoted(property)}: name one that it has, or content`;
      report.add('change-property', item, message);
    }
  }
}
