import { putFirst } from './tool-orders.ts';
import { all, attribute, child, type Element, set, textOf } from './tool-tree.ts';

/** What a person does to a segment in a tool. */
export type Gesture =
  | { readonly kind: 'edit'; readonly text: string; readonly says: 'nothing' | 'translated' | 'needs work' }
  | { readonly kind: 'accept'; readonly says?: 'translated' | 'reviewed' | 'final' }
  | { readonly kind: 'mark' }
  /** Takes the words out; who edits a master says that nothing is done then. */
  | { readonly kind: 'clear'; readonly says?: 'initial' }
  /** Makes one segment of this one and the next of its paragraph; nothing where there is none. */
  | { readonly kind: 'join'; readonly text?: string }
  /** Has it read before all others of its paragraph; nothing in 1.2, which has no word for it. */
  | { readonly kind: 'put first' }
  /** Cuts it in two behind one of its words; nothing where it has one word. */
  | { readonly kind: 'split'; readonly words: number };

/** Does to a tree what a person does in a tool, each gesture by the id of its segment. */
export function performAll(root: Element, gestures: ReadonlyMap<string, Gesture>): void {
  const isVersion1 = isOfVersion1(root);
  const local = isVersion1 ? 'trans-unit' : 'segment';
  for (const parent of [...all(root)]) {
    for (const segment of parent.children.filter((node) => isElement(node, local))) {
      const gesture = gestures.get(attribute(segment, 'id') ?? '');
      // A segment may have been joined to the one before it.
      if (gesture && parent.children.includes(segment)) perform(parent, segment, gesture, isVersion1);
    }
  }
}

export function isOfVersion1(root: Element): boolean {
  return attribute(root, 'version')?.startsWith('1.') === true;
}

/** The words of the targets in a file by the ids of their segments, as its tool shows them. */
export function shownWords(root: Element): Map<string, string> {
  const segments = [...all(root, isOfVersion1(root) ? 'trans-unit' : 'segment')];
  return new Map(
    segments.map((segment) => {
      const target = child(segment, 'target');
      return [attribute(segment, 'id') ?? '', target ? textOf(target) : ''];
    }),
  );
}

function perform(parent: Element, segment: Element, gesture: Gesture, isVersion1: boolean): void {
  const says = (state: string, mark?: string): void => {
    const target = targetIn(segment);
    if (isVersion1) {
      set(target, 'state', mark ?? (state === 'reviewed' ? 'signed-off' : state));
      set(target, 'state-qualifier', undefined);
    } else {
      set(segment, 'state', mark === undefined ? state : 'translated');
      set(segment, 'subState', mark === undefined ? undefined : 'poedit:fuzzy');
    }
  };
  switch (gesture.kind) {
    case 'edit':
      targetIn(segment).children = [gesture.text];
      if (gesture.says !== 'nothing') {
        says('translated', gesture.says === 'needs work' ? 'needs-l10n' : undefined);
      }
      break;
    case 'accept':
      says(gesture.says ?? 'translated');
      if (isVersion1 && (gesture.says === 'reviewed' || gesture.says === 'final')) {
        set(segment, 'approved', 'yes');
      }
      break;
    case 'mark':
      // Poedit leaves `approved="yes"` where it stands.
      says('translated', 'needs-l10n');
      break;
    case 'clear':
      targetIn(segment).children = [];
      if (gesture.says) says(gesture.says);
      break;
    case 'join':
      if (join(parent, segment) && gesture.text !== undefined) targetIn(segment).children = [gesture.text];
      break;
    case 'put first':
      if (!isVersion1) putFirst(parent, segment);
      break;
    case 'split':
      split(parent, segment, gesture.words, isVersion1);
      break;
    default:
      gesture satisfies never;
  }
}

/** The first keeps its id, the second is gone; what stood between them stands in the texts. */
function join(parent: Element, segment: Element): boolean {
  const from = parent.children.indexOf(segment);
  const to = parent.children.findIndex((node, at) => at > from && isElement(node, segment.local));
  if (to < 0) return false;
  const between = parent.children.slice(from + 1, to + 1).filter((node) => typeof node !== 'string');
  if (between.some(({ local }) => local !== segment.local && local !== 'ignorable')) return false;
  const hasBlanks = between.some(({ local }) => local === 'ignorable');
  for (const local of ['source', 'target']) {
    const into = local === 'target' ? targetIn(segment) : child(segment, local);
    for (const part of between) {
      const text = child(part, local)?.children ?? [];
      into?.children.push(...(hasBlanks || text.length === 0 ? text : [' ', ...text]));
    }
  }
  const second = between.at(-1);
  if (second) takeLessApproved(segment, second);
  const gone = new Set<Element | string>(between);
  parent.children = parent.children.filter((node) => !gone.has(node));
  return true;
}

/** One segment has one state: that of the part that is less far. */
function takeLessApproved(segment: Element, second: Element): void {
  const ranks = ['translated', 'signed-off', 'reviewed', 'final'];
  const stateOf = (one: Element): string =>
    attribute(one, 'state') ?? attribute(child(one, 'target') ?? one, 'state') ?? '';
  if (ranks.indexOf(stateOf(second)) >= ranks.indexOf(stateOf(segment))) return;
  for (const name of ['state', 'subState', 'approved']) {
    if (attribute(segment, name) !== undefined || attribute(second, name) !== undefined) {
      set(segment, name, attribute(second, name));
    }
  }
  const target = child(segment, 'target');
  const other = child(second, 'target');
  if (target && other) set(target, 'state', attribute(other, 'state'));
}

/** The second gets an id of the tool's; the first of 1.2 keeps its notes. */
function split(parent: Element, segment: Element, words: number, isVersion1: boolean): void {
  const second: Element = {
    ...segment,
    attributes: segment.attributes.map((each) => ({ ...each })),
    children: [],
  };
  for (const local of ['source', 'target']) {
    const element = child(segment, local);
    if (!element) continue;
    // What a file is indented with is no word: no tool cuts there.
    const parts = textOf(element).trim().split(' ');
    const place = Math.min(words, parts.length - 1);
    if (place < 1 && local === 'source') return;
    element.children = [parts.slice(0, place).join(' ')];
    const attributes = element.attributes.map((each) => ({ ...each }));
    const rest = parts.slice(place).join(' ');
    second.children.push({ ...element, attributes, children: [isVersion1 ? rest : ` ${rest}`] });
  }
  set(second, 'id', `${attribute(segment, 'id')}_1`);
  parent.children.splice(parent.children.indexOf(segment) + 1, 0, second);
}

function targetIn(segment: Element): Element {
  const known = child(segment, 'target');
  if (known) return known;
  const target: Element = { local: 'target', uri: segment.uri, attributes: [], children: [] };
  const after = segment.children.findIndex((node) => isElement(node, 'source'));
  segment.children.splice(after + 1, 0, target);
  return target;
}

function isElement(node: Element | string, local: string): node is Element {
  return typeof node !== 'string' && node.local === local;
}
