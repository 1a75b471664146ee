import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { parseFragment } from './fragments.ts';
import { elementsOf, type InlineContent, isAnnotationStart, sides } from './inline-content.ts';

/** `<sm>` and `<em>`: each has its other half, and comes before or after it. */
export function checkAnnotationPairs(content: InlineContent, report: Report): void {
  for (const side of sides) {
    const open = new Map<string, XmlElement>();
    for (const element of elementsOf(content[side])) {
      if (element.local === 'sm') open.set(attributeOf(element, 'id') ?? '', element);
      if (element.local !== 'em') continue;
      const reference = attributeOf(element, 'startRef') ?? '';
      if (open.delete(reference)) continue;
      report.add(
        'annotation-end-without-start',
        element,
        `no open <sm> before this <em> has the id ${quoted(reference)}: add it, or remove this`,
      );
    }
    for (const [id, start] of open) {
      report.add(
        'annotation-start-without-end',
        start,
        `no <em startRef=${quoted(id)}> follows in the unit: add it, or remove this`,
      );
    }
  }
}

/** What the type of an annotation asks of it. */
export function checkAnnotationTypes(content: InlineContent, context: UnitContext): void {
  for (const side of sides) {
    for (const element of elementsOf(content[side]).filter(isAnnotationStart)) {
      const type = attributeOf(element, 'type');
      if (type === 'comment') checkComment(element, content.owner, context);
      if (type === 'mtc:match' && attributeOf(element, 'ref') !== undefined) {
        const message = 'an annotation of type mtc:match has no ref: the match refers to it instead';
        context.report.add('match-annotation', element, message);
      }
    }
  }
}

function checkComment(element: XmlElement, unit: XmlElement, { report, ...context }: UnitContext): void {
  const reference = attributeOf(element, 'ref');
  if ((attributeOf(element, 'value') === undefined) === (reference === undefined)) {
    const message = 'a comment has either a value or a ref to a note, and not both';
    report.add('comment-value-or-ref', element, message);
  }
  if (reference === undefined) return;
  const note = noteMeant(reference, unit, context);
  const notes = childrenOf(unit, 'notes', namespaces.core).flatMap((list) => childrenOf(list, 'note'));
  if (note !== undefined && notes.some((candidate) => attributeOf(candidate, 'id') === note)) return;
  report.add(
    'comment-ref',
    element,
    `${quoted(reference)} is no note of this unit: write #n= and the id of one in its <notes>`,
  );
}

/** The id of the note of this very unit that a reference means. */
function noteMeant(
  reference: string,
  unit: XmlElement,
  { file, extensionPrefixes }: Omit<UnitContext, 'report'>,
): string | undefined {
  if (!reference.startsWith('#')) return undefined;
  const parsed = parseFragment(reference.slice(1), extensionPrefixes);
  if ('problem' in parsed || parsed.leaf?.prefix !== 'n') return undefined;
  const namesUnit = parsed.unit === attributeOf(unit, 'id');
  const namesNothing =
    parsed.unit === undefined && parsed.group === undefined && parsed.file === undefined && !parsed.absolute;
  const sameFile = parsed.file === undefined || parsed.file === file.id;
  return sameFile && (namesUnit || namesNothing) ? parsed.leaf.id : undefined;
}
