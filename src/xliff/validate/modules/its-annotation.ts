import { attributeOf, type XmlAttribute, type XmlElement } from '../../../xml/node.ts';
import type { Inherited } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { agents } from './its-tables.ts';

/** What a quality issue may say beside its type or comment. */
const issueDetails = ['Severity', 'ProfileRef', 'Enabled'].map((name) => `locQualityIssue${name}`);

/** Attributes that must not stand beside others on one span. */
const exclusive: readonly (readonly [string, readonly string[]])[] = [
  ['locQualityIssuesRef', ['locQualityIssueType', 'locQualityIssueComment', ...issueDetails]],
  ['taIdentRef', ['taSource', 'taIdent']],
  ['provenanceRecordsRef', agents],
];

type Has = (name: string) => boolean;

/**
 * The rules of the ITS module for an annotation, a `<mrk>` or `<sm>`.
 *
 * @param own its attributes of ITS
 */
export function checkItsAnnotation(
  element: XmlElement,
  own: readonly XmlAttribute[],
  inherited: Inherited,
  report: Report,
): void {
  const has: Has = (name) => attributeOf(element, name, namespaces.its) !== undefined;
  checkType(element, own, has, report);
  for (const [name, others] of exclusive) {
    const beside = has(name) ? others.filter(has) : [];
    if (beside.length === 0) continue;
    report.add(
      'its-exclusive',
      element,
      `its:${name} excludes its:${beside.join(', its:')}: keep one of them`,
    );
  }
  checkTextAnalysis(element, has, report);
  checkQuality(element, has, inherited, report);
  if (has('localeFilterType') && !has('localeFilterList')) {
    const message = 'its:localeFilterType says what its:localeFilterList does: add the list';
    report.add('its-locale-filter', element, message);
  }
}

const termTypes: ReadonlySet<string> = new Set(['term', 'its:term-no']);

/** An annotation has one type, and that of ITS is its own; but ITS also says more of terms. */
function checkType(element: XmlElement, own: readonly XmlAttribute[], has: Has, report: Report): void {
  const type = attributeOf(element, 'type');
  const ofTerm = type !== undefined && termTypes.has(type);
  if (has('termConfidence') && !ofTerm) {
    const message = `its:termConfidence is of a mark with the type term or its:term-no, but this has ${quoted(type ?? 'none')}: correct it`;
    report.add('its-term', element, message);
  }
  const isTermOfIts = ofTerm && (has('termConfidence') || type === 'its:term-no');
  const saysBoth = ['value', 'ref'].every((name) => attributeOf(element, name) !== undefined);
  if (isTermOfIts && saysBoth) {
    report.add('its-term', element, 'a term of ITS has a value or a ref, and not both: remove one');
  }
  const besideTerm = ofTerm ? ['annotatorsRef', 'termConfidence'] : ['termConfidence'];
  const annotating = own.find(({ local }) => local !== 'version' && !besideTerm.includes(local));
  if (type === undefined || type === 'its:generic' || !annotating) return;
  const message = `an annotation of ITS (“${annotating.name}”) has no type, or its:generic, but this has ${quoted(type)}: use a mark of its own`;
  report.add('its-annotation-type', element, message);
}

function checkTextAnalysis(element: XmlElement, has: Has, report: Report): void {
  if (has('taSource') !== has('taIdent')) {
    report.add('its-text-analysis', element, 'its:taSource and its:taIdent go together: add the other one');
  }
  if (!has('taConfidence') || ['taClassRef', 'taIdentRef', 'taSource', 'taIdent'].some(has)) return;
  const message = 'its:taConfidence needs what was found: its:taClassRef, its:taIdentRef, or its:taSource';
  report.add('its-text-analysis', element, message);
}

function checkQuality(element: XmlElement, has: Has, inherited: Inherited, report: Report): void {
  const details = issueDetails.filter(has);
  const says = ['locQualityIssuesRef', 'locQualityIssueType', 'locQualityIssueComment'].some(has);
  if (details.length > 0 && !says) {
    const message = `its:${details.join(', its:')} needs its:locQualityIssueType or its:locQualityIssueComment: add one`;
    report.add('its-issue-incomplete', element, message);
  }
  const ratings = ['locQualityRatingScore', 'locQualityRatingVote'];
  if (!has('locQualityRatingProfileRef')) return;
  if (ratings.some((name) => has(name) || inherited.its.has(name))) return;
  const message =
    'its:locQualityRatingProfileRef needs its:locQualityRatingScore or its:locQualityRatingVote: add one';
  report.add('its-rating-incomplete', element, message);
}
