import { namespaces } from '../xliff/namespaces.ts';
import type { ConstraintId } from '../xliff/validate/constraints.ts';
import type { Finding } from '../xliff/validate/finding.ts';
import { validateXliff, xliffValidation } from '../xliff/validate/validate-xliff.ts';
import { attributeOf, type XmlElement, type XmlPlace } from '../xml/node.ts';
import { type XmlSource, xmlPieces } from '../xml/read.ts';
import { type XmlHandler, xmlStream } from '../xml/stream.ts';

/** One place where a file that came home breaks the standard. What goes out does not, so a tool did it. */
export type Damage = Finding & {
  /** The segment, or failing that the unit, of whose words or state something may not have been read; empty where it has no id. */
  readonly affects?: string;
};

/** Finds what is broken in a file while it is read for something else. */
export type DamageWatch = {
  /** To be told of everything in the file, once. */
  readonly handler: XmlHandler;
  /**
   * All that is broken, in the order of the file.
   *
   * @param source the same file, whole or in pieces that can be gone through again: a broken one is read once more
   */
  damage(source: XmlSource): Damage[];
};

/**
 * What is broken in a file that came home and could be read all the same. Nothing of it is fatal; it is to be told. Memory grows with
 * what is found and with the number of units.
 */
export function damageWatch(): DamageWatch {
  const validation = xliffValidation({ limit: Number.POSITIVE_INFINITY });
  let isOver = false;
  const attempt = (look: () => void): void => {
    if (isOver) return;
    try {
      look();
    } catch (error) {
      isOver = true;
      validation.broken(error);
    }
  };
  const { handler } = validation;
  return {
    handler: {
      open: (element) => attempt(() => handler.open(element)),
      close: (name) => attempt(() => handler.close(name)),
      text: (text) => attempt(() => handler.text(text)),
    },
    damage: (source) => withAffected(validation.findings(), source),
  };
}

/**
 * The same of a file by itself. A clean file costs one reading, a broken one two.
 *
 * @param source a file that `readReturned` has taken, whole or in pieces that can be gone through again
 */
export function damageIn(source: XmlSource): Damage[] {
  return withAffected(validateXliff(source, { limit: Number.POSITIVE_INFINITY }), source);
}

function withAffected(findings: readonly Finding[], source: XmlSource): Damage[] {
  if (findings.length === 0) return [];
  const wanted = new Map<string, Set<ConstraintId>>();
  for (const { constraint, ...place } of findings) {
    const at = keyOf(place);
    wanted.set(at, (wanted.get(at) ?? new Set()).add(constraint));
  }
  const affected = affectedPlaces(source, wanted);
  return findings.map((finding) => {
    const affects = affected.get(keyOf(finding))?.get(finding.constraint);
    return affects === undefined ? finding : { ...finding, affects };
  });
}

function keyOf({ line, column }: XmlPlace): string {
  return `${line}:${column}`;
}

/** An element around the place that is read, and what it means for a reviewer's work. */
type Around = {
  /** Of the nearest segment or unit. */
  readonly id: string;
  readonly local: string;
  readonly part: 'segment' | 'target' | 'aside' | 'outside';
};

type Opened = Omit<XmlElement, 'children'>;

/** By place, then by constraint: the segment that is affected. */
function affectedPlaces(
  source: XmlSource,
  wanted: ReadonlyMap<string, ReadonlySet<ConstraintId>>,
): Map<string, Map<ConstraintId, string>> {
  const affected = new Map<string, Map<ConstraintId, string>>();
  const stack: Around[] = [];
  const stream = xmlStream({
    open(element) {
      const parent = stack.at(-1);
      const around = inside(element, parent);
      stack.push(around);
      const broken = [...(wanted.get(keyOf(element)) ?? [])];
      const affecting = broken.filter((constraint) => affects(constraint, element, around, parent));
      if (affecting.length === 0) return;
      affected.set(keyOf(element), new Map(affecting.map((constraint) => [constraint, around.id])));
    },
    close() {
      stack.pop();
    },
    text() {},
  });
  for (const piece of xmlPieces(source)) stream.write(piece);
  stream.end();
  return affected;
}

/** What stands in a segment, but is not what a person says of it. */
const asides: ReadonlySet<string> = new Set(
  'source seg-source alt-trans note context-group count-group prop-group'.split(' '),
);

function inside(element: Opened, parent: Around | undefined): Around {
  const { local } = element;
  const around = parent ?? { id: '', local: '', part: 'outside' };
  if (around.part === 'aside') return { ...around, local };
  if (!isXliff(element)) return { ...around, local, part: around.part === 'target' ? 'target' : 'aside' };
  if (local === 'segment' || local === 'trans-unit') return { id: idOf(element), local, part: 'segment' };
  if (local === 'unit') return { id: idOf(element), local, part: 'outside' };
  if (around.part === 'target' || local === 'target') return { ...around, local, part: 'target' };
  if (around.part === 'segment') return { ...around, local, part: asides.has(local) ? 'aside' : 'target' };
  return { ...around, local, part: 'outside' };
}

function isXliff({ uri }: Opened): boolean {
  return uri === namespaces.core || uri.startsWith('urn:oasis:names:tc:xliff:document:1.');
}

function idOf(element: Opened): string {
  return attributeOf(element, 'id') ?? '';
}

/** Whether what is broken here may have kept words or a state of a person from being read, or put something into the words. */
function affects(
  constraint: ConstraintId,
  element: Opened,
  { local, part }: Around,
  parent: Around | undefined,
): boolean {
  if (part !== 'segment' && part !== 'target') return false;
  switch (constraint) {
    case 'element-unknown':
    case 'element-misplaced':
    case 'extension-element':
    case 'text-not-allowed':
    case 'code-point':
    case 'state-needs-target':
    case 'sub-state-needs-state':
      return true;
    case 'attribute-missing':
      return part === 'segment';
    case 'attribute-value':
    case 'attribute-unknown':
      return hasUnreadStanding(element, local === 'target' ? `${parent?.local}/target` : local);
    default:
      return false;
  }
}

/** How far a segment is: the attributes that say it, by the element that has them, and what can be read of each. */
const standings: ReadonlyMap<string, Readonly<Record<'state' | 'approved', RegExp | undefined>>> = new Map([
  ['segment', { state: /^(?:initial|translated|reviewed|final)$/u, approved: undefined }],
  ['segment/target', { state: undefined, approved: undefined }],
  ['trans-unit', { state: undefined, approved: /^(?:yes|no)$/u }],
  [
    'trans-unit/target',
    { state: /^(?:new|needs-.*|translated|signed-off|final|x-.*)$/u, approved: undefined },
  ],
]);

function hasUnreadStanding(element: Opened, where: string): boolean {
  const readable = standings.get(where);
  return (['state', 'approved'] as const).some((name) => {
    const written = attributeOf(element, name);
    return readable !== undefined && written !== undefined && readable[name]?.test(written) !== true;
  });
}
