import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import type { Inherited } from '../context.ts';
import { isAnnotationStart } from '../core/inline-content.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { checkItsAnnotation } from './its-annotation.ts';

/** The ITS attributes that reach down to everything inside an element. */
export const itsInherited: ReadonlySet<string> = new Set([
  'version',
  'locQualityRatingScore',
  'locQualityRatingVote',
]);

/** Data categories, as `its:annotatorsRef` names them. */
const categories: ReadonlySet<string> = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' ',
  ),
);

/** A confidence is worth nothing without the tool that says it: each with the category under which that is named. */
const confidences = [
  ['mtConfidence', 'mt-confidence'],
  ['taConfidence', 'text-analysis'],
  ['termConfidence', 'terminology'],
] as const;

/** The data categories of ITS for which an element itself names the tool. */
export function annotatedCategories(element: XmlElement): readonly string[] {
  const value = attributeOf(element, 'annotatorsRef', namespaces.its) ?? '';
  return value.split(/\s+/u).flatMap((reference) => (reference.includes('|') ? reference.split('|', 1) : []));
}

/** The rules of the ITS module for the attributes of one element, which has some. */
export function checkItsAttributes(element: XmlElement, inherited: Inherited, report: Report): void {
  const own = element.attributes.filter(({ uri }) => uri === namespaces.its || uri === namespaces.itsXliff);
  const [first] = own;
  const isAnnotation =
    isAnnotationStart(element) && (first !== undefined || attributeOf(element, 'type') === 'its:term-no');
  if (isAnnotation) checkItsAnnotation(element, own, inherited, report);
  if (!first) return;
  const value = (name: string): string | undefined => attributeOf(element, name, namespaces.its);
  const has = (name: string): boolean => value(name) !== undefined;
  if (!has('version') && !inherited.its.has('version')) {
    const message = `“${first.name}” needs its:version="2.0" on <${element.name}> or an element around it: add it`;
    report.add('its-version', element, message);
  }
  checkRating(element, has, inherited, report);
  const annotators = value('annotatorsRef');
  if (annotators !== undefined) checkAnnotators(element, annotators, report);
  const annotated = [...inherited.annotated, ...annotatedCategories(element)];
  for (const [name, category] of confidences) {
    if (!has(name) || annotated.includes(category)) continue;
    const message = `its:${name} needs its:annotatorsRef="${category}|…" here or around it, to say whose it is: add it`;
    report.add('its-annotators-missing', element, message);
  }
}

function checkRating(
  element: XmlElement,
  has: (name: string) => boolean,
  inherited: Inherited,
  report: Report,
): void {
  if (has('locQualityRatingScore') && has('locQualityRatingVote')) {
    const message = 'its:locQualityRatingScore excludes its:locQualityRatingVote: keep one of them';
    report.add('its-exclusive', element, message);
  }
  for (const kind of ['Score', 'Vote']) {
    const rating = `locQualityRating${kind}`;
    if (!has(`${rating}Threshold`) || has(rating) || inherited.its.has(rating)) continue;
    report.add(
      'its-threshold',
      element,
      `its:${rating}Threshold needs its:${rating} here or around it: add it`,
    );
  }
}

function checkAnnotators(element: XmlElement, value: string, report: Report): void {
  const seen = new Set<string>();
  for (const reference of value.split(/\s+/u).filter((item) => item !== '')) {
    const [category = '', tool] = reference.split('|');
    if (!categories.has(category) || tool === undefined || tool === '' || seen.has(category)) {
      const message = `its:annotatorsRef=${quoted(value)} must be pairs category|tool, without blanks in them and each category once`;
      report.add('its-annotators', element, message);
      return;
    }
    seen.add(category);
  }
}
