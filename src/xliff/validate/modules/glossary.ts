import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { checkUnique } from '../core/identifiers.ts';
import { quoted } from '../finding.ts';
import { meansSpan } from './span-reference.ts';

/** The rules of the Glossary module, for one `<gls:glossary>`. */
export function checkGlossary(
  glossary: XmlElement,
  unit: XmlElement,
  spans: ReadonlySet<string>,
  context: UnitContext,
): void {
  const { report } = context;
  const entries = childrenOf(glossary, 'glossEntry', glossary.uri);
  const withIds = entries.flatMap((entry) => [entry, ...childrenOf(entry, 'translation', glossary.uri)]);
  checkUnique(withIds, 'glossary-id-unique', 'this glossary', report);
  for (const entry of entries) {
    const says = childrenOf(entry).some(
      ({ local, uri }) => uri === glossary.uri && (local === 'translation' || local === 'definition'),
    );
    if (says) continue;
    report.add(
      'glossary-entry-empty',
      entry,
      'a glossary entry has a <translation> or a <definition>: add one',
    );
  }
  for (const element of withIds) {
    const reference = attributeOf(element, 'ref');
    if (reference === undefined || meansSpan(reference, spans, unit, context)) continue;
    const message = `ref=${quoted(reference)} is no span of this unit: write # and the id of a segment or of a mark in it`;
    report.add('glossary-ref', element, message);
  }
}
