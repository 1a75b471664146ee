import fc from 'fast-check';
import { sentence } from '../newsroom.ts';

/** What a desk of the wire sends: paragraphs of sentences, perhaps under a dateline. */
export type Wording = {
  readonly dateline: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly signOff: boolean;
  /** Sentences that were taken out, the last one last. */
  readonly dropped: readonly string[];
};

/** What a later lead does to the wording before it; places are counted over the whole story and wrap around. */
export type Change =
  | { readonly kind: 'insert'; readonly at: number; readonly sentence: string }
  | { readonly kind: 'remove' | 'restore' | 'reword' | 'split paragraph'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'retype' }
  | { readonly kind: 'dateline'; readonly dateline: string };

const dateline = fc.constantFrom('', 'Brest, 3 mai 2021 (AFP) - ', 'Rennes, 4 mai 2021 (AFP) - ');

export const firstWording: fc.Arbitrary<Wording> = fc.record({
  dateline,
  paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  signOff: fc.boolean(),
  dropped: fc.constant([]),
});

const at = fc.nat(12);
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at, sentence }),
  fc.record({ kind: fc.constantFrom('remove', 'restore', 'reword', 'reword', 'split paragraph'), at }),
  fc.record({ kind: fc.constant('move' as const), at, to: at }),
  fc.record({ kind: fc.constant('retype' as const) }),
  fc.record({ kind: fc.constant('dateline' as const), dateline }),
);

/** The wording as it comes over the wire. */
export function copyOf({ dateline: place, paragraphs, signOff }: Wording): string {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  return `${place}${text}\n${signOff ? '\nabc/de\n' : ''}`;
}

export function reworded(wording: Wording, changes: readonly Change[]): Wording {
  return changes.reduce(changed, wording);
}

function changed(wording: Wording, change: Change): Wording {
  switch (change.kind) {
    case 'insert':
      return { ...wording, paragraphs: inserted(wording.paragraphs, change.at, change.sentence) };
    case 'remove': {
      const { sentence: gone, paragraphs } = taken(wording, change.at);
      return {
        ...wording,
        paragraphs,
        dropped: gone === undefined ? wording.dropped : [...wording.dropped, gone],
      };
    }
    case 'restore': {
      const back = wording.dropped.at(-1);
      if (back === undefined) return wording;
      const paragraphs = inserted(wording.paragraphs, change.at, back);
      return { ...wording, paragraphs, dropped: wording.dropped.slice(0, -1) };
    }
    case 'reword':
      return everySentence(wording, (text, place, count) =>
        place === change.at % count ? text.replace(/\.$/u, ', selon Ouest-Breizh.') : text,
      );
    case 'split paragraph':
      return {
        ...wording,
        paragraphs: wording.paragraphs.flatMap((sentences, place) =>
          place === change.at % wording.paragraphs.length && sentences.length > 1
            ? [sentences.slice(0, 1), sentences.slice(1)]
            : [sentences],
        ),
      };
    case 'move': {
      const { sentence: moved, paragraphs } = taken(wording, change.at);
      return moved === undefined
        ? wording
        : { ...wording, paragraphs: inserted(paragraphs, change.to, moved) };
    }
    case 'retype':
      return everySentence(wording, (text) => text.replaceAll('’', "'"));
    case 'dateline':
      return { ...wording, dateline: change.dateline };
    default:
      return change satisfies never;
  }
}

function everySentence(
  wording: Wording,
  rewrite: (text: string, place: number, count: number) => string,
): Wording {
  const count = wording.paragraphs.flat().length;
  let place = 0;
  const paragraphs = wording.paragraphs.map((sentences) =>
    sentences.map((text) => rewrite(text, place++, count)),
  );
  return { ...wording, paragraphs };
}

/** A story keeps its last sentence. */
function taken({ paragraphs }: Wording, at: number): Pick<Wording, 'paragraphs'> & { sentence?: string } {
  const all = paragraphs.flat();
  if (all.length < 2) return { paragraphs };
  let left = at % all.length;
  const rest = paragraphs.map((sentences) => {
    const own = left;
    left -= sentences.length;
    return sentences.filter((_, place) => place !== own);
  });
  const sentence = all[at % all.length];
  return { paragraphs: rest.filter(({ length }) => length > 0), ...(sentence !== undefined && { sentence }) };
}

function inserted(paragraphs: Wording['paragraphs'], at: number, sentence: string): Wording['paragraphs'] {
  const into = at % paragraphs.length;
  return paragraphs.map((sentences, place) => {
    if (place !== into) return sentences;
    const before = at % (sentences.length + 1);
    return [...sentences.slice(0, before), sentence, ...sentences.slice(before)];
  });
}
