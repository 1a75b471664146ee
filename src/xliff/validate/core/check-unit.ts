import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { Inherited, UnitContext } from '../context.ts';
import { inheritedIn } from '../inherited.ts';
import { checkFormatStyle } from '../modules/format-style.ts';
import { checkGlossary } from '../modules/glossary.ts';
import { annotatedCategories, checkItsAttributes } from '../modules/its.ts';
import { checkItsReferences } from '../modules/its-standoff.ts';
import { checkMatches } from '../modules/matches.ts';
import { checkSizeRestriction } from '../modules/size-restriction.ts';
import { spansOf } from '../modules/span-reference.ts';
import { namespaces } from '../namespaces.ts';
import { checkAnnotationPairs, checkAnnotationTypes } from './annotations.ts';
import { checkEditingHints } from './editing-hints.ts';
import { checkFragments } from './fragments.ts';
import { checkContentIds } from './identifiers.ts';
import { elementsOf, type InlineContent, inlineContentOf, sides } from './inline-content.ts';
import { checkCodePoint, checkSubType } from './inline-values.ts';
import { checkOriginalData } from './original-data.ts';
import { checkPairedCodes } from './paired-codes.ts';
import { checkSegments } from './segments.ts';

/** All that holds for what a unit has to be translated, and for the terms and matches in it. */
export function checkUnit(unit: XmlElement, context: UnitContext): void {
  const { report } = context;
  const content = inlineContentOf(unit);
  checkSegments(content, context);
  checkContentIds(content, report);
  for (const data of content.data) {
    for (const point of childrenOf(data, 'cp', namespaces.core)) checkCodePoint(point, report);
  }
  if (content.source.length > 0 || content.target.length > 0) checkInline(content, context);
  if (context.version === '2.1') checkIts(unit, content, context);
  if (unit.children.every((child) => child.kind === 'text' || child.uri === namespaces.core)) return;
  const glossaries = childrenOf(unit, 'glossary', namespaces.glossary);
  const matches = childrenOf(unit, 'matches', namespaces.matches);
  const spans = spansOf(content);
  for (const glossary of glossaries) checkGlossary(glossary, unit, spans, context);
  for (const list of matches) checkMatches(list, unit, spans, context);
}

function checkInline(content: InlineContent, context: UnitContext): void {
  const { report } = context;
  checkPairedCodes(content, report);
  checkAnnotationPairs(content, report);
  checkAnnotationTypes(content, context);
  checkEditingHints(content, context);
  checkOriginalData(content, report);
  checkFragments(content, context);
  const around = [...context.ancestors, content.owner];
  for (const element of sides.flatMap((side) => elementsOf(content[side]))) {
    if (element.local === 'cp') checkCodePoint(element, report);
    checkSubType(element, report);
    checkFormatStyle(element, report);
    checkSizeRestriction(element, around, context.file, report);
    collectSubFlows(element, context);
  }
}

/** ITS stands on elements of the core and of modules alike, and reaches down through both. */
function checkIts(unit: XmlElement, content: InlineContent, context: UnitContext): void {
  const { report, extensionPrefixes, inherited, file } = context;
  const walk = (parent: XmlElement, outer: Inherited, holders: readonly XmlElement[]): void => {
    for (const child of childrenOf(parent)) {
      const isMatch = child.uri === namespaces.matches && child.local === 'match';
      const around = isMatch ? [unit, child] : holders;
      if (child.attributes.length > 0) {
        checkItsAttributes(child, outer, report);
        checkItsReferences(child, around, file, extensionPrefixes, report);
      }
      if (child.children.length > 0) walk(child, inheritedIn(child, outer), around);
    }
  };
  walk(unit, { ...inherited, annotated: annotatedIn(content, inherited) }, [unit]);
}

/** What is between `<sm>` and `<em>` is no child of it: its tools are taken for those of the unit. */
function annotatedIn(content: InlineContent, { annotated }: Inherited): ReadonlySet<string> {
  const starts = sides.flatMap((side) => elementsOf(content[side])).filter(({ local }) => local === 'sm');
  return new Set([...annotated, ...starts.flatMap(annotatedCategories)]);
}

const subFlowAttributes = ['subFlows', 'subFlowsStart', 'subFlowsEnd'];

/** Sub-flows may be units that come later: they are looked up at the end of the file. */
function collectSubFlows(element: XmlElement, { file }: UnitContext): void {
  for (const attribute of subFlowAttributes) {
    const value = attributeOf(element, attribute);
    if (value === undefined) continue;
    for (const unit of value.split(/\s+/u)) {
      if (unit !== '') file.subFlows.push({ from: element, attribute, unit });
    }
  }
}
