import { type Export, profiles, type Sent, type SentenceOrder, type TargetState } from '../model/draft.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import type { Markup } from '../xml/write.ts';
import { meta, metaGroup, metasOf, required } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { readOrigin, writeOrigin } from './provenance.ts';
import { refuse } from './refuse.ts';

export const exportCategory = 'depeche:export';
const sentCategory = 'depeche:sent';
/** What went out of segments that are in the master no more. */
export const goneCategory = 'depeche:gone';

/** The exports of a master, one group for each, oldest first; what was sent stands with the segments. */
export function exportGroups(exports: readonly Export[]): Markup[] {
  return exports.map(({ id, profile, order }) =>
    metaGroup({ category: exportCategory, id }, [
      meta('profile', profile),
      ...(order ? [meta('order', writeOrder(order))] : []),
    ]),
  );
}

/** Each paragraph with its segments as they are read: `p3f9a: s0qd4 s7k2f; …`. */
function writeOrder(order: SentenceOrder): string {
  return Array.from(order, ([paragraph, ids]) => `${paragraph}: ${ids.join(' ')}`).join('; ');
}

function readOrder(written: string): SentenceOrder {
  return new Map(
    written.split('; ').map((paragraph) => {
      const [id = '', ids = ''] = paragraph.split(': ');
      return [id, ids.split(' ')] as const;
    }),
  );
}

/**
 * What was sent of one segment: a group for each wording, with the exports it went out with, so that a text that goes out unchanged
 * many times is written once.
 */
export function sentGroups(exports: readonly Export[], segment: string): Markup[] {
  const wordings: { readonly sent: Sent; readonly exports: string[] }[] = [];
  for (const { id, segments } of exports) {
    const sent = segments.get(segment);
    if (!sent) continue;
    const known = wordings.find((wording) => isSame(wording.sent, sent));
    if (known) known.exports.push(id);
    else wordings.push({ sent, exports: [id] });
  }
  return wordings.map(({ sent, exports: ids }) =>
    metaGroup({ category: sentCategory }, [
      meta('exports', ids.join(' ')),
      meta('source-hash', sent.sourceHash),
      meta('state', sent.state),
      ...(sent.was === undefined ? [] : [meta('was', sent.was)]),
      ...(sent.text === undefined ? [] : [meta('text', sent.text)]),
      ...(sent.origin ? writeOrigin(sent.origin) : []),
    ]),
  );
}

function isSame(sent: Sent, other: Sent): boolean {
  return (
    sent.sourceHash === other.sourceHash &&
    sent.state === other.state &&
    sent.was === other.was &&
    sent.text === other.text &&
    (sent.origin === other.origin || JSON.stringify(sent.origin) === JSON.stringify(other.origin))
  );
}

/** What was sent of segments that have left the master since: somebody may still send them back. */
export function goneGroups(exports: readonly Export[], present: ReadonlySet<string>): Markup[] {
  const gone = new Set(
    exports.flatMap(({ segments }) => [...segments.keys()]).filter((id) => !present.has(id)),
  );
  return Array.from(gone, (id) => metaGroup({ category: goneCategory, id }, sentGroups(exports, id)));
}

/** The exports of a master as they are read: first the list of them, then what each sent. */
export type ExportReader = {
  /** Reads the list, from the metadata of the file. */
  list(group: XmlElement): void;
  /** Reads what was sent of a segment, out of its own group or a `depeche:gone` one. */
  sent(segment: string, group: XmlElement): void;
  exports(): readonly Export[];
};

export function exportReader(): ExportReader {
  const exports = new Map<string, Export & { readonly segments: Map<string, Sent> }>();
  return {
    list(group) {
      const id = attributeOf(group, 'id') ?? '';
      if (!/^\S+$/u.test(id) || exports.has(id))
        refuse(group, `“${id}” cannot be the id of an export: restore it`);
      const metas = metasOf(group);
      const written = required(group, metas, 'profile');
      const profile =
        profiles.find((known) => known === written) ??
        refuse(group, `“${written}” is no profile: it is one of ${profiles.join(', ')}`);
      const order = metas.get('order');
      exports.set(id, {
        id,
        profile,
        segments: new Map(),
        ...(order !== undefined && { order: readOrder(order) }),
      });
    },
    sent(segment, group) {
      for (const child of childrenOf(group, 'metaGroup', namespaces.metadata)) {
        if (attributeOf(child, 'category') !== sentCategory) continue;
        const sent = readSent(child);
        for (const id of required(child, metasOf(child), 'exports').split(' ')) {
          const of =
            exports.get(id) ?? refuse(child, `there is no export “${id}” in the metadata of the file`);
          if (of.segments.has(segment))
            refuse(child, `export ${id} has sent segment ${segment} twice: keep one`);
          of.segments.set(segment, sent);
        }
      }
    },
    exports: () => [...exports.values()],
  };
}

function readSent(group: XmlElement): Sent {
  const metas = metasOf(group);
  const written = required(group, metas, 'state');
  const state =
    states.find((known) => known === written) ??
    refuse(group, `unknown state “${written}”: restore this metaGroup as depeche wrote it`);
  const text = metas.get('text');
  const was = levels.find((level) => level === metas.get('was'));
  return {
    sourceHash: required(group, metas, 'source-hash'),
    state,
    ...(was && { was }),
    ...(text !== undefined && { text }),
    ...(metas.has('origin') && { origin: readOrigin(group, metas) }),
  };
}

const levels = ['translated', 'reviewed', 'final'] as const;

const states = [
  'pending',
  'failed',
  'recalled',
  'drafted',
  'translated',
  'reviewed',
  'final',
  'stale',
  'absorbed',
] as const satisfies readonly TargetState[];
