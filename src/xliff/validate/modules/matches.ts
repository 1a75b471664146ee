import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { checkAnnotationPairs } from '../core/annotations.ts';
import { checkContentIds, checkListIds, checkUnique } from '../core/identifiers.ts';
import { elementsOf, inlineContentOf, sides } from '../core/inline-content.ts';
import { checkCodePoint, checkPrefix, checkSubType } from '../core/inline-values.ts';
import { checkOriginalData } from '../core/original-data.ts';
import { checkPairedCodes } from '../core/paired-codes.ts';
import { quoted } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { checkFormatStyle } from './format-style.ts';
import { checkSizeOnEndCode } from './size-restriction.ts';
import { meansSpan } from './span-reference.ts';

/** The rules of the Translation Candidates module, for one `<mtc:matches>`: a match is a small unit of its own. */
export function checkMatches(
  matches: XmlElement,
  unit: XmlElement,
  spans: ReadonlySet<string>,
  context: UnitContext,
): void {
  const { report } = context;
  const list = childrenOf(matches, 'match', matches.uri);
  checkUnique(list, 'match-id-unique', 'these matches', report);
  for (const match of list) {
    const reference = attributeOf(match, 'ref');
    if (reference !== undefined && !meansSpan(reference, spans, unit, context)) {
      const message = `ref=${quoted(reference)} is no span of this unit: write # and the id of a segment or of a mark in it`;
      report.add('match-ref', match, message);
    }
    if (attributeOf(match, 'subType') !== undefined && attributeOf(match, 'type') === undefined) {
      report.add('match-sub-type-needs-type', match, 'a match with subType needs type beside it: add it');
    }
    checkPrefix(match, 'subType', report);
    checkLanguage(match, context);
    const content = inlineContentOf(match);
    for (const data of childrenOf(match, 'originalData', namespaces.core)) checkListIds(data, report);
    if (content.source.length === 0 && content.target.length === 0) continue;
    checkContentIds(content, report);
    checkPairedCodes(content, report);
    checkAnnotationPairs(content, report);
    checkOriginalData(content, report);
    for (const element of sides.flatMap((side) => elementsOf(content[side]))) {
      if (element.local === 'cp') checkCodePoint(element, report);
      checkSubType(element, report);
      checkFormatStyle(element, report);
      checkSizeOnEndCode(element, report);
    }
  }
}

/** Only a translation for reference may be in a language that is not that of the document. */
function checkLanguage(match: XmlElement, { report, targetLanguage }: UnitContext): void {
  const [target] = childrenOf(match, 'target', namespaces.core);
  const language = target && attributeOf(target, 'lang', namespaces.xml);
  if (!target || language === undefined || targetLanguage === undefined) return;
  if (attributeOf(match, 'reference') === 'yes' || language.toLowerCase() === targetLanguage.toLowerCase())
    return;
  const message = `xml:lang=${quoted(language)} is not trgLang, ${quoted(targetLanguage)}: correct it, or set reference="yes" on the match`;
  report.add('match-language', target, message);
}
