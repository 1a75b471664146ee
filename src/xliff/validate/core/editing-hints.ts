import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import {
  elementsOf,
  type InlineContent,
  type InlineEvent,
  isCode,
  type Part,
  sides,
} from './inline-content.ts';

/** What may be done to codes: deleting, copying, and moving them apart. */
export function checkEditingHints(content: InlineContent, { report, version }: UnitContext): void {
  for (const side of sides) {
    for (const element of elementsOf(content[side]).filter(isCode)) checkHintsAgree(element, report);
  }
  checkNothingDeleted(content, version, report);
  const source = sequencesIn(content.source, report);
  const target = sequencesIn(content.target, report);
  checkSequencesKept(source, target, report);
}

/** What must keep its place must neither be copied nor deleted. */
function checkHintsAgree(element: XmlElement, report: Report): void {
  const reorder = attributeOf(element, 'canReorder') ?? 'yes';
  if (reorder === 'yes') return;
  if (attributeOf(element, 'canCopy') === 'no' && attributeOf(element, 'canDelete') === 'no') return;
  report.add(
    'reorder-needs-fixed',
    element,
    `<${element.name}> has canReorder=${quoted(reorder)}: set canCopy and canDelete to no as well`,
  );
}

const identityOf = (element: XmlElement): string | undefined =>
  attributeOf(element, 'id') ?? attributeOf(element, 'startRef');

/**
 * A code that must not be deleted is in the target, where there is one, or in that of another segment. For 2.1 this is an error only once the segment is final: until
 * then the target may be unfinished.
 */
function checkNothingDeleted(content: InlineContent, version: string, report: Report): void {
  const fixed = content.source.filter(
    ({ element, at }) => at !== 'close' && isCode(element) && attributeOf(element, 'canDelete') === 'no',
  );
  if (fixed.length === 0) return;
  const kept = new Set(content.target.map(({ element }) => `${element.local} ${identityOf(element)}`));
  for (const { element, part } of fixed) {
    if (!part.target || kept.has(`${element.local} ${identityOf(element)}`)) continue;
    if (version !== '2.0' && attributeOf(part.element, 'state') !== 'final') continue;
    report.add(
      'code-deleted',
      part.target,
      `<${element.name}> ${quoted(identityOf(element) ?? '')} of the source must not be deleted, but no target of the unit has it: put it back`,
    );
  }
}

/** A sequence of codes that must stay together: its members as `pc 1 open`, `ph 2 point`, …, by its first one. */
type Sequence = { readonly members: string[]; readonly parts: Set<Part> };

/** Collects the sequences of one side, and tells of members that belong to none. */
function sequencesIn(events: readonly InlineEvent[], report: Report): Map<string, Sequence> {
  const sequences = new Map<string, Sequence>();
  let current: Sequence | undefined;
  for (const { element, at, part } of events) {
    if (!isCode(element)) continue;
    const hint = attributeOf(element, 'canReorder') ?? 'yes';
    const name = `${element.local} ${identityOf(element)} ${at}`;
    if (hint === 'firstNo' && at !== 'close') {
      current = { members: [name], parts: new Set([part]) };
      sequences.set(name, current);
    } else if (hint === 'yes') {
      current = undefined;
    } else if (current) {
      current.members.push(name);
      current.parts.add(part);
    } else if (at !== 'close') {
      report.add(
        'reorder-sequence-start',
        element,
        `<${element.name}> has canReorder="no", but nothing that must stay before it: begin the sequence with canReorder="firstNo" and leave nothing else between`,
      );
    }
  }
  return sequences;
}

/** Each sequence of the source is in the targets of its segments as it is, where these have targets. */
function checkSequencesKept(
  source: ReadonlyMap<string, Sequence>,
  target: ReadonlyMap<string, Sequence>,
  report: Report,
): void {
  for (const [name, { members, parts }] of source) {
    const targets = [...parts].map((part) => part.target);
    const [first] = targets;
    if (!first || targets.includes(undefined)) continue;
    const kept = target.get(name)?.members ?? [];
    if (kept.length === members.length && kept.every((member, index) => member === members[index])) continue;
    report.add(
      'reorder-sequence-changed',
      first,
      `the codes from ${quoted(members[0] ?? '')} on must come in the target as they do in the source: ${quoted(members.join(', '))}`,
    );
  }
}
