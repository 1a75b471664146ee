import { attributeOf, childrenOf, type XmlElement } from '../../../xml/read.ts';
import type { Inherited } from '../context.ts';
import { addIfSeen } from '../core/identifiers.ts';
import { isAnnotationStart } from '../core/inline-content.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { agents } from './its-tables.ts';

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

/** Attributes that make an annotation one of ITS. */
const annotating = [
  ...['annotatorsRef', 'locQualityIssuesRef', 'locQualityRatingScore', 'locQualityRatingVote'],
  ...['taIdentRef', 'taSource', 'taIdent', 'taClassRef', 'mtConfidence', 'provenanceRecordsRef'],
  ...['allowedCharacters', 'localeFilterList'],
];

/** Attributes that must not stand beside others on one span. */
const exclusive: readonly (readonly [string, readonly string[]])[] = [
  [
    'locQualityIssuesRef',
    ['Type', 'Comment', 'Severity', 'ProfileRef', 'Enabled'].map((name) => `locQualityIssue${name}`),
  ],
  ['locQualityRatingScore', ['locQualityRatingVote']],
  ['taIdentRef', ['taSource', 'taIdent']],
  ['provenanceRecordsRef', agents],
];

/** The rules of the ITS module for the attributes of one element, which has some. */
export function checkItsAttributes(element: XmlElement, inherited: Inherited, report: Report): void {
  const own = element.attributes.filter(({ uri }) => uri === namespaces.its || uri === namespaces.itsXliff);
  const [first] = own;
  if (!first) return;
  const value = (name: string): string | undefined => attributeOf(element, name, namespaces.its);
  const has = (name: string): boolean => value(name) !== undefined;
  if (!has('version') && !inherited.its.has('version')) {
    const message = `“${first.name}” needs its:version="2.0" on <${element.name}> or an element around it: add it`;
    report.add('its-version', element, message);
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
  const annotators = value('annotatorsRef');
  if (annotators !== undefined) checkAnnotators(element, annotators, report);
  if (isAnnotationStart(element)) checkAnnotation(element, has, report);
}

function checkAnnotation(element: XmlElement, has: (name: string) => boolean, report: Report): void {
  const type = attributeOf(element, 'type');
  const ofXliff = element.attributes.some(({ uri }) => uri === namespaces.itsXliff);
  if (type !== undefined && type !== 'its:generic' && (ofXliff || annotating.some(has))) {
    const message = `an annotation of ITS has no type, or its:generic, but this has ${quoted(type)}: use a mark of its own`;
    report.add('its-annotation-type', element, message);
  }
  for (const [name, others] of exclusive) {
    const beside = has(name) ? others.filter(has) : [];
    if (beside.length === 0) continue;
    report.add(
      'its-exclusive',
      element,
      `its:${name} excludes its:${beside.join(', its:')}: keep one of them`,
    );
  }
  if (has('taSource') !== has('taIdent')) {
    report.add('its-text-analysis', element, 'its:taSource and its:taIdent go together: add the other one');
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

/** The rules for standoff elements of one file, group or unit. */
export function checkItsStandoff(holder: XmlElement, seen: Set<string>, report: Report): void {
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

/** The reference of a span to a list of issues must name one of the unit. */
export function checkItsReference(element: XmlElement, unit: XmlElement, report: Report): void {
  const reference = attributeOf(element, 'locQualityIssuesRef', namespaces.its);
  if (reference === undefined) return;
  const lists = childrenOf(unit, 'locQualityIssues', namespaces.its);
  if (lists.some((list) => reference === `#its=${attributeOf(list, 'id', namespaces.xml)}`)) return;
  const message = `its:locQualityIssuesRef=${quoted(reference)} names nothing in this unit: write #its= and the xml:id of its <locQualityIssues>`;
  report.add('its-reference', element, message);
}
