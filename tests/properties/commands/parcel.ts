import type { Master, Profile } from '../../../src/model/draft.ts';
import type { Locale } from '../../../src/model/locale.ts';
import {
  bytesOf,
  type Damage,
  type Gesture,
  ruins,
  throughTool,
  wordsThrough,
} from '../../review/tool-damage.ts';
import { shownWords } from '../../review/tool-gestures.ts';
import { readOrders, shownOrders } from '../../review/tool-orders.ts';
import { opened } from '../../review/tool-tree.ts';
import type { Sending } from './desk.ts';
import { type Level, sentencesIn, type Work, worksIn } from './ledger.ts';

/** How a segment stood when it went out. */
export type SentSegment = {
  readonly source: string;
  readonly text: string | undefined;
  readonly work: Work | undefined;
  /** How far it was for a tool: 0 is work to do, 3 is final. */
  readonly rank: number;
  readonly isStale: boolean;
};

export const rankOf = (level: string): number => ['translated', 'reviewed', 'final'].indexOf(level) + 1;

/** What a person has done to a segment in a tool, all sessions taken together. */
export type Act = {
  /** Words that are others than those that went out; empty where they were taken out. */
  readonly words?: string;
  readonly said?: Level;
  readonly isMarked?: boolean;
  /** Approved once: tools leave that where it stands. */
  readonly wasApproved?: boolean;
  /** Joined with another, or cut: its id does not mean what it meant. */
  readonly isRecut?: boolean;
  /** The segment behind it, where it was joined with that one: its words are for both. */
  readonly joins?: string;
};

/** What went out to somebody's tool, and what became of it there. */
export type Parcel = {
  readonly profile: Profile;
  readonly locale: Locale;
  /** The id of its export. */
  readonly export: string;
  readonly files: ReadonlyMap<string, string>;
  readonly sent: ReadonlyMap<string, SentSegment>;
  /** The sentences of each unit as they were read when they went out; none in 1.2 and OmegaT. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
  /** The units among them that went out in an order of their own. */
  readonly ordered: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, Act>;
  readonly damages: readonly Damage[];
};

/** Whether it cannot be taken at all. */
export function isRuined({ damages }: Parcel): boolean {
  return ruins.some((ruin) => damages.includes(ruin));
}

/** Whether the file no longer says which export it is: then nobody can say what the person in the tool had seen. */
export function isLost({ damages }: Parcel): boolean {
  return damages.includes('loses headers and metadata') || damages.includes('drops phase names');
}

export const omegatPerson = 'Olga';
const id = 'flash';

export function packed(profile: Profile, { files, export: made }: Sending, master: Master): Parcel {
  const works = new Map(worksIn({ ...master, removed: [] }).map((work) => [work.id, work]));
  const sentences = sentencesIn({ ...master, removed: [] }).filter(
    ({ target }) => target.state !== 'absorbed',
  );
  const sent = sentences.map(({ id: segment, source, target }): [string, SentSegment] => [
    segment,
    {
      source,
      text: 'text' in target ? target.text : undefined,
      work: works.get(segment),
      rank: rankOf(target.state),
      isStale: target.state === 'stale',
    },
  ]);
  const root = profile === 'omegat' ? undefined : opened(files.get(`${id}.xlf`) ?? '');
  return {
    profile,
    locale: master.target,
    export: made,
    files,
    sent: new Map(sent),
    orders: root ? readOrders(root) : new Map(),
    ordered: new Set(root && shownOrders(root).keys()),
    acts: new Map(),
    damages: [],
  };
}

/** The segments that a person sees in the tool and that are still whole, with their words. */
export function seenIn({ profile, files, sent, acts }: Parcel): ReadonlyMap<string, string> {
  if (profile === 'omegat') {
    return new Map(
      Array.from(sent, ([segment, { text }]) => [segment, acts.get(segment)?.words ?? text ?? '']),
    );
  }
  const shown = shownWords(opened(files.get(`${id}.xlf`) ?? ''));
  return new Map(
    [...shown]
      .filter(([segment]) => sent.has(segment) && acts.get(segment)?.isRecut !== true)
      .map(([segment, words]) => [segment, onOneLine(words)]),
  );
}

/** The segment behind one in the file, where a person sees it. */
export function behind(
  { files }: Parcel,
  segment: string,
  seen: ReadonlyMap<string, string>,
): string | undefined {
  const order = [...shownWords(opened(files.get(`${id}.xlf`) ?? '')).keys()];
  const next = order[order.indexOf(segment) + 1];
  return next !== undefined && seen.has(next) ? next : undefined;
}

/** Words without what a file is indented with. */
function onOneLine(words: string): string {
  const lines = words.split(/[\r\n]/u).map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''));
  return lines.filter((line) => line !== '').join(' ');
}

/** The parcel after a session in its tool. */
export function workedOn(
  parcel: Parcel,
  gestures: ReadonlyMap<string, Gesture>,
  damages: readonly Damage[],
): Parcel {
  const acts = new Map(parcel.acts);
  const done = [...new Set([...parcel.damages, ...damages])];
  const files = new Map(parcel.files);
  if (parcel.profile === 'omegat') {
    for (const [segment, gesture] of gestures) {
      const text = parcel.sent.get(segment)?.text;
      if (gesture.kind === 'edit') acts.set(segment, { words: gesture.text });
      // A person takes the proposal as it is.
      if (gesture.kind === 'accept' && text && !acts.has(segment)) acts.set(segment, { said: 'translated' });
    }
    files.set('omegat/project_save.tmx', savedMemory(parcel, acts));
    return { ...parcel, files, acts };
  }
  for (const [segment, gesture] of gestures) {
    for (const [of, act] of actsOf(parcel, segment, gesture, acts.get(segment) ?? {})) acts.set(of, act);
  }
  const whole = files.get(`${id}.xlf`) ?? '';
  files.set(`${id}.xlf`, throughTool(whole, gestures, damages));
  const shown = shownWords(opened(damages.includes('is cut off') ? whole : (files.get(`${id}.xlf`) ?? '')));
  for (const [segment, { joins, isRecut: _, ...act }] of acts) {
    if (joins === undefined || !shown.has(joins)) continue;
    // The last of a paragraph has nothing behind it.
    acts.set(segment, act);
    acts.set(joins, { ...acts.get(joins), isRecut: false });
  }
  for (const [segment, act] of acts) {
    const joined = act.joins === undefined ? undefined : joinedWords(parcel, segment, act.joins, shown);
    if (joined !== undefined) acts.set(segment, { ...act, words: joined });
    else if (act.words !== undefined) acts.set(segment, { ...act, words: wordsThrough(act.words, damages) });
  }
  return { ...parcel, files, acts, damages: done };
}

function actsOf(parcel: Parcel, segment: string, gesture: Gesture, before: Act): [string, Act][] {
  const { said: _, ...unsaid } = before;
  switch (gesture.kind) {
    case 'edit': {
      const isMarked =
        gesture.says === 'needs work' || (gesture.says === 'nothing' && before.isMarked === true);
      const said =
        gesture.says === 'translated' ? 'translated' : gesture.says === 'nothing' ? before.said : undefined;
      return [[segment, { ...unsaid, words: gesture.text, isMarked, ...(said && { said }) }]];
    }
    case 'accept':
      return [
        [
          segment,
          {
            ...unsaid,
            said: gesture.says ?? 'translated',
            isMarked: false,
            wasApproved:
              before.wasApproved === true || (gesture.says !== undefined && gesture.says !== 'translated'),
          },
        ],
      ];
    case 'mark':
      return [[segment, { ...unsaid, isMarked: true }]];
    case 'clear':
      return [[segment, { ...before, words: '' }]];
    case 'put first':
      return [];
    case 'join':
    case 'split': {
      const next = behind(parcel, segment, seenIn(parcel));
      const joins = gesture.kind === 'join' && next !== undefined ? { joins: next } : {};
      const second: [string, Act][] =
        next === undefined ? [] : [[next, { ...parcel.acts.get(next), isRecut: true }]];
      return [[segment, { ...before, ...joins, isRecut: true }], ...(gesture.kind === 'join' ? second : [])];
    }
    default:
      return gesture satisfies never;
  }
}

/** The words of two segments that were made one, where they are more than the two put one behind the other; else nobody wrote them. */
function joinedWords(
  { sent }: Parcel,
  segment: string,
  next: string,
  shown: ReadonlyMap<string, string>,
): string | undefined {
  const words = onOneLine(shown.get(segment) ?? '');
  const plain = [segment, next].map((each) => sent.get(each)?.text ?? '').join(' ');
  return loose(words) === loose(plain) ? undefined : words;
}

function loose(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The bytes that come home. */
export function returning({ files, damages }: Parcel): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Array.from(files, ([path, text]) => [path, bytesOf(text, path.endsWith('.xlf') ? damages : [])]),
  );
}

/** OmegaT's own memory: one entry for each segment that has a translation. */
function savedMemory({ sent, locale, files }: Parcel, acts: ReadonlyMap<string, Act>): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const units = [...acts].flatMap(([segment, { words }]) => {
    const { source = '', text = '' } = sent.get(segment) ?? {};
    const props = `<prop type="file">${id}.xlf</prop><prop type="id">${segment}</prop>`;
    const to = `<tuv lang="${locale}" changeid="${omegatPerson}" changedate="20260303T100000Z"><seg>${escaped(words ?? text)}</seg></tuv>`;
    return [`<tu>${props}<tuv lang="fr"><seg>${escaped(source)}</seg></tuv>${to}</tu>`];
  });
  // OmegaT saves what it filled in from the memories it was given too, as it found it.
  const auto = files.get(`tm/auto/${id}.tmx`) ?? '';
  for (const [unit] of auto.matchAll(/<tu>[\s\S]*?<\/tu>/gu)) {
    const segment = /"x-depeche-segment">([^<]*)</u.exec(unit)?.[1] ?? '';
    const props = `<prop type="file">${id}.xlf</prop><prop type="id">${segment}</prop>`;
    if (!acts.has(segment)) units.push(unit.replace('<tu>', `<tu>${props}`));
  }
  const header =
    '<header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3" segtype="sentence" srclang="fr"/>';
  return `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1">${header}<body>${units.join('')}</body></tmx>`;
}
