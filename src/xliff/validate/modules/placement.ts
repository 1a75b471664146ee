import { childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { Schema } from '../check-element.ts';
import type { Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

/** Where the outermost elements of the modules may stand; elsewhere they are parts of these. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  [`${namespaces.glossary} glossary`, ['unit']],
  [`${namespaces.matches} matches`, ['unit']],
  [`${namespaces.metadata} metadata`, ['file', 'group', 'unit']],
  [`${namespaces.resourceData} resourceData`, ['file', 'unit']],
  [`${namespaces.sizeRestriction} profiles`, ['file']],
  [`${namespaces.sizeRestriction} data`, ['file', 'group', 'unit']],
  [`${namespaces.validation} validation`, ['file', 'group', 'unit']],
  [`${namespaces.changeTracking} changeTrack`, ['file', 'group', 'unit']],
  [`${namespaces.its} locQualityIssues`, ['unit']],
  [`${namespaces.its} provenanceRecords`, ['file', 'group', 'unit']],
]);

/** Of these there may be more than one. */
const repeatable: ReadonlySet<string> = new Set([namespaces.its, namespaces.changeTracking]);

/** The outermost elements of modules in a file, group or unit: each where the standard has it, and once. */
export function checkPlacement(holder: XmlElement, modules: Schema['elements'], report: Report): void {
  const seen = new Set<string>();
  for (const child of childrenOf(holder)) {
    if (child.uri === namespaces.core || !modules.get(child.uri)?.has(child.local)) continue;
    const name = `${child.uri} ${child.local}`;
    if (!places.get(name)?.includes(holder.local)) {
      const message = `<${child.name}> must not stand in <${holder.name}>: move it to where its module has it`;
      report.add('module-placement', child, message);
    } else if (seen.has(name) && !repeatable.has(child.uri)) {
      report.add('module-placement', child, `<${holder.name}> has one <${child.name}> at most: join them`);
    }
    seen.add(name);
  }
}
