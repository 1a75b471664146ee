import { childrenOf, type XmlElement } from '../../../xml/read.ts';
import type { Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { moduleElements } from './module-tables.ts';

/** Where the outermost elements of the modules may stand; elsewhere they are parts of these. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  [`${namespaces.glossary} glossary`, ['unit']],
  [`${namespaces.matches} matches`, ['unit']],
  [`${namespaces.metadata} metadata`, ['file', 'group', 'unit']],
  [`${namespaces.resourceData} resourceData`, ['file', 'group', 'unit']],
  [`${namespaces.sizeRestriction} profiles`, ['file']],
  [`${namespaces.sizeRestriction} data`, ['file', 'group', 'unit']],
  [`${namespaces.validation} validation`, ['file', 'group', 'unit']],
  [`${namespaces.its} locQualityIssues`, ['unit']],
  [`${namespaces.its} provenanceRecords`, ['file', 'group', 'unit']],
]);

/** The outermost elements of modules in a file, group or unit: each where the standard has it, and once. */
export function checkPlacement(holder: XmlElement, report: Report): void {
  const seen = new Set<string>();
  for (const child of childrenOf(holder)) {
    if (!moduleElements.has(child.uri) && child.uri !== namespaces.its) continue;
    const name = `${child.uri} ${child.local}`;
    if (moduleElements.get(child.uri)?.has(child.local) === false) continue;
    if (!places.get(name)?.includes(holder.local)) {
      const message = `<${child.name}> must not stand in <${holder.name}>: move it to where its module has it`;
      report.add('module-placement', child, message);
    } else if (seen.has(name) && child.uri !== namespaces.its) {
      report.add('module-placement', child, `<${holder.name}> has one <${child.name}> at most: join them`);
    }
    seen.add(name);
  }
}
