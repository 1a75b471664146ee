import { coveredBy, isFilled, type Proposed, type Target } from '../model/draft.ts';
import { hashOf } from '../text/hash.ts';
import { wordingOf } from '../text/wording.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import type { Markup } from '../xml/write.ts';
import { type Metas, meta, metaGroup, metasOf, required } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { readProvenance, writeProvenance } from './provenance.ts';
import { refuse } from './refuse.ts';

/** What the metadata of a segment says of its target, as depeche left it. */
export type SegmentRecord = {
  readonly sourceHash: string;
  readonly target: Target;
  /** Of the words the target had then; none where it had none. */
  readonly targetHash?: string;
};

export const segmentCategory = 'depeche:segment';

/** Enough of a hash to see that a text was edited: 64 bits as hexadecimal digits. */
export function textHash(text: string): string {
  return hashOf(text).slice(0, 16);
}

/** The same of what a source says, however a tool typed its blanks and apostrophes or put its accents together. */
export function wordingHash(source: string): string {
  return textHash(wordingOf(source));
}

/**
 * Everything of a segment's target that XLIFF has no attribute for, as one group of the metadata module.
 *
 * @param further groups inside it: see `accepted-record.ts` and `sent-record.ts`
 */
export function writeRecord(
  id: string,
  source: string,
  target: Target,
  further: readonly Markup[] = [],
): Markup {
  return metaGroup({ category: segmentCategory, id }, [
    meta('state', target.state),
    meta('source-hash', textHash(source)),
    ...(isFilled(target) ? [meta('target-hash', textHash(target.text))] : []),
    ...factsOf(target),
    ...further,
  ]);
}

/**
 * Reads what {@link writeRecord} wrote.
 *
 * @param text the words of the target as they are now: the record keeps their hash alone
 * @throws DepecheError `invalid` where the record is not complete or has a state that is not ours
 */
export function readRecord(group: XmlElement, text: string): SegmentRecord {
  const metas = metasOf(group);
  const sourceHash = required(group, metas, 'source-hash');
  const target = readTarget(group, metas, text);
  if (!isFilled(target)) return { sourceHash, target };
  return { sourceHash, target, targetHash: required(group, metas, 'target-hash') };
}

function factsOf(target: Target): Markup[] {
  switch (target.state) {
    case 'pending':
      return [];
    case 'failed':
      return [meta('code', target.code), meta('message', target.message)];
    case 'recalled':
      return [meta('match', target.match), ...writeProvenance(target.provenance)];
    case 'drafted':
      return writeProvenance(target.provenance);
    case 'translated':
    case 'reviewed':
    case 'final':
      return [...personFacts(target), ...coverFacts(target), ...writeProvenance(target.provenance)];
    case 'stale':
      return [
        meta('was', target.was),
        meta('previous-source', target.previousSource),
        ...personFacts(target),
        ...coverFacts(target),
        ...writeProvenance(target.provenance),
        ...(target.proposed ? [proposedGroup(target.proposed)] : []),
      ];
    case 'absorbed':
      return [meta('into', target.into)];
    default:
      return target satisfies never;
  }
}

const proposedCategory = 'depeche:proposed';

function proposedGroup({ source, text, provenance }: Proposed): Markup {
  return metaGroup({ category: proposedCategory }, [
    meta('source', source),
    meta('text', text),
    ...writeProvenance(provenance),
  ]);
}

function readProposed(record: XmlElement): { proposed?: Proposed } {
  const group = childrenOf(record, 'metaGroup', namespaces.metadata).find(
    (child) => attributeOf(child, 'category') === proposedCategory,
  );
  if (!group) return {};
  const metas = metasOf(group);
  const [source, text] = [required(group, metas, 'source'), required(group, metas, 'text')];
  return { proposed: { source, text, provenance: readProvenance(group, metas) } };
}

function personFacts({ by, at }: { by: string; at?: string }): Markup[] {
  return [meta('by', by), ...(at === undefined ? [] : [meta('at', at)])];
}

function coverFacts(target: Target): Markup[] {
  const covers = coveredBy(target);
  return covers.length === 0 ? [] : [meta('covers', covers.join(' '))];
}

function readTarget(group: XmlElement, metas: Metas, text: string): Target {
  const state = required(group, metas, 'state');
  switch (state) {
    case 'pending':
      return { state };
    case 'failed':
      return { state, code: required(group, metas, 'code'), message: required(group, metas, 'message') };
    case 'recalled':
      return {
        state,
        text,
        match: oneOf(['ice', 'context', 'exact'], group, metas, 'match'),
        provenance: readProvenance(group, metas),
      };
    case 'drafted':
      return { state, text, provenance: readProvenance(group, metas) };
    case 'translated':
    case 'reviewed':
    case 'final':
      return {
        state,
        text,
        ...readPerson(group, metas),
        provenance: readProvenance(group, metas),
        ...readCovers(metas),
      };
    case 'stale':
      return {
        state,
        text,
        was: oneOf(['translated', 'reviewed', 'final'], group, metas, 'was'),
        previousSource: required(group, metas, 'previous-source'),
        ...readPerson(group, metas),
        provenance: readProvenance(group, metas),
        ...readCovers(metas),
        ...readProposed(group),
      };
    case 'absorbed':
      return { state, into: required(group, metas, 'into') };
    default:
      return refuse(group, `unknown state “${state}”: restore this metaGroup as depeche wrote it`);
  }
}

function readPerson(group: XmlElement, metas: Metas): { by: string; at?: string } {
  const at = metas.get('at');
  return { by: required(group, metas, 'by'), ...(at !== undefined && { at }) };
}

function readCovers(metas: Metas): { covers?: readonly string[] } {
  const covers = metas.get('covers')?.split(' ');
  return covers ? { covers } : {};
}

function oneOf<const T extends string>(
  values: readonly T[],
  group: XmlElement,
  metas: Metas,
  type: string,
): T {
  const found = required(group, metas, type);
  return (
    values.find((value) => value === found) ??
    refuse(group, `“${found}” is no ${type}: it is one of ${values.join(', ')}`)
  );
}
