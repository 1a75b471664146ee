import { anchorsOf } from './anchors.ts';
import type { Bead, Side } from './bead.ts';
import { type Collecting, cluesOf, createVocabulary, type NamesIn } from './clues.ts';
import { corridorAround } from './corridor.ts';
import { type Lesson, learnDictionary, lessonsOf, translated } from './dictionary.ts';
import { evidenceOf } from './evidence.ts';
import { firstModel, isPair, learnModel } from './model.ts';
import { search } from './search.ts';
import { areInDifferentScripts } from './sounds.ts';

/** What is known of the two texts beside their words; all of it may be left out. */
export type AlignOptions = {
  /** The concepts of a termbase that the sentences of a side name; none: names are words like others. */
  readonly namesIn?: NamesIn;
  /** Sentences in the two languages that are known to translate each other, such as a memory has: they teach words. */
  readonly known?: readonly { readonly source: string; readonly target: string }[];
};

/**
 * The first pass knows nothing of the two languages; the others know what the pass before was sure of, and need to look about less: by
 * so many sentences each.
 */
const margins = [8, 5, 4];
/** From this confidence up a bead teaches the next pass. */
const sure = 0.9;

/**
 * Aligns a text with its translation, sentence by sentence: every sentence of both sides is in exactly one bead, and beads keep the
 * order of both. Deterministic; time and memory grow in proportion to the texts.
 *
 * The method is that of Gale and Church (1993), lengths and dynamic programming, with words as evidence beside the lengths (as in Moore
 * 2002): numbers by value, names, cognates, marks, and a dictionary that is learned from the texts themselves.
 */
export function align(source: Side, target: Side, options: AlignOptions = {}): Bead[] {
  const collecting = {
    numberOf: createVocabulary(),
    namesIn: options.namesIn,
    bySound: areInDifferentScripts(source.locale, target.locale),
  };
  const plain = { source: cluesOf(source, collecting), target: cluesOf(target, collecting) };
  const taught = lessonsFrom(source, target, options.known ?? [], collecting);
  let clues = translated(plain.source, plain.target, learnDictionary(taught));
  let model = firstModel(plain.source, plain.target);
  let beads: Bead[] = [];
  let anchors = anchorsOf(clues.source, clues.target);
  for (const [pass, margin] of margins.entries()) {
    const size = { sources: source.sentences.length, targets: target.sentences.length };
    const corridor = corridorAround(anchors, { ...size, margin });
    beads = search(corridor, evidenceOf(clues.source, clues.target, model, corridor), model.alone);
    if (pass + 1 === margins.length) break;
    const certain = beads.filter(({ confidence }) => confidence >= sure);
    const lessons = lessonsOf(certain.filter(isPair), plain.source, plain.target);
    clues = translated(plain.source, plain.target, learnDictionary([...taught, ...lessons]));
    model = learnModel(certain, clues.source, clues.target);
    anchors = anchorsOf(clues.source, clues.target);
  }
  return beads;
}

function lessonsFrom(
  source: Side,
  target: Side,
  known: NonNullable<AlignOptions['known']>,
  { numberOf, bySound }: Collecting,
): Lesson[] {
  const left = { locale: source.locale, sentences: known.map((pair) => pair.source) };
  const right = { locale: target.locale, sentences: known.map((pair) => pair.target) };
  const beads = known.map((_, at) => ({
    source: { start: at, end: at + 1 },
    target: { start: at, end: at + 1 },
    confidence: 1,
  }));
  return lessonsOf(beads, cluesOf(left, { numberOf, bySound }), cluesOf(right, { numberOf, bySound }));
}
