import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MemoryEntry } from '../../src/memory/entry.ts';

/** Where the gold sentences lie, beside the checkout. */
const folder = resolve(import.meta.dirname, '../../../shared/segmentation');
const perDispatch = 20;
const reviewers = ['Ana Silva', 'Bea Roth', 'Carl Winter', 'Dora Levy', 'Emil Stein'];

/** What a corpus is made from, and how: the benchmark prints it beside its figures. */
export const corpusIs =
  'sentences: 7 in 10 from a Markov chain of order 2 over fr-gsd-dev and fr-sequoia-train, 3 in 10 a sentence of those with 1 to 4 words or numbers changed; ' +
  'targets the same way from en-ewt-dev, as long as their source; dispatches of 20, each with its neighbours, reviewer and date; seeded';
export const queriesAre =
  'queries: half are sentences of the corpus with 1 to 4 words changed, a quarter are of the corpus as they stand, a quarter are of es-gsd-dev and fr-sequoia-train';

/** Whether there is anything to make a corpus from. */
export const hasCorpus = existsSync(folder);

type Random = () => number;

/** Mulberry32 of Tommy Ettinger: the same numbers on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sentencesIn(...names: readonly string[]): string[] {
  return names
    .flatMap((name) => readFileSync(resolve(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Speaks like its sentences: two words decide which comes next. */
function markovChain(sentences: readonly string[]) {
  const next = new Map<string, string[]>();
  const words: string[] = [];
  for (const sentence of sentences) {
    const spoken = ['', '', ...sentence.split(' '), ''];
    words.push(...sentence.split(' '));
    for (let at = 2; at < spoken.length; at += 1) {
      const key = `${spoken[at - 2]} ${spoken[at - 1]}`;
      const known = next.get(key);
      if (known) known.push(spoken[at] ?? '');
      else next.set(key, [spoken[at] ?? '']);
    }
  }
  const say = (random: Random): string => {
    const said: string[] = [];
    for (let [before, last] = ['', '']; said.length < 80; ) {
      const word = pick(next.get(`${before} ${last}`) ?? [''], random);
      if (word === '') break;
      said.push(word);
      [before, last] = [last, word];
    }
    return said.join(' ');
  };
  return { say, words };
}

/** Changes up to four words: puts one in, takes one out, puts another in its place, or another number. */
function mutated(sentence: string, words: readonly string[], random: Random): string {
  const tokens = sentence.split(' ');
  for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits -= 1) {
    const at = Math.floor(random() * tokens.length);
    const word = random() < 0.2 ? `${Math.floor(random() * 1000)}` : pick(words, random);
    const kind = random();
    if (kind < 0.25) tokens.splice(at, 0, word);
    else if (kind < 0.5 && tokens.length > 2) tokens.splice(at, 1);
    else tokens[at] = word;
  }
  return tokens.join(' ');
}

/** A speaker of one language. */
function speakerOf(seed: number, ...names: readonly string[]) {
  const random = randomFrom(seed);
  const sentences = sentencesIn(...names);
  const { say, words } = markovChain(sentences);
  return () => (random() < 0.7 ? say(random) : mutated(pick(sentences, random), words, random));
}

/** Makes translation units, one after the other and never all at once: see {@link corpusIs}. */
export function* corpus(size: number): Generator<MemoryEntry> {
  const french = speakerOf(1, 'fr-gsd-dev.txt', 'fr-sequoia-train.txt');
  const english = speakerOf(2, 'en-ewt-dev.txt');
  let words: readonly string[] = [];
  let spoken = 0;
  const translation = (length: number): string => {
    let text = '';
    while (text.length < length) {
      if (spoken === words.length) [words, spoken] = [english().split(' '), 0];
      text += text === '' ? words[spoken] : ` ${words[spoken]}`;
      spoken += 1;
    }
    return text;
  };
  for (let made = 0, dispatch = 0; made < size; dispatch += 1) {
    const texts = Array.from({ length: Math.min(perDispatch, size - made) }, french);
    const by = reviewers[dispatch % reviewers.length] ?? '';
    const at = `20${10 + (dispatch % 15)}-0${1 + (dispatch % 9)}-1${dispatch % 10}T1${dispatch % 10}:30:00Z`;
    for (const [place, sourceText] of texts.entries()) {
      const [previous, next] = [texts[place - 1], texts[place + 1]];
      yield {
        source: 'fr',
        target: 'en',
        sourceText,
        targetText: translation(sourceText.length),
        ...(previous !== undefined && { previous }),
        ...(next !== undefined && { next }),
        provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [{ did: 'edited', by }] },
        by,
        at,
        from: 'locales/memory/corpus.tmx',
      };
    }
    made += texts.length;
  }
}

/** Sentences to look up: see {@link queriesAre}. */
export function queriesTo(known: readonly string[], count: number): string[] {
  const random = randomFrom(3);
  const foreign = sentencesIn('es-gsd-dev.txt', 'fr-sequoia-train.txt');
  const { words } = markovChain(sentencesIn('fr-gsd-dev.txt'));
  return Array.from({ length: count }, (_, at) => {
    if (at % 4 === 0) return pick(foreign, random);
    const sentence = pick(known, random);
    return at % 4 === 1 ? sentence : mutated(sentence, words, random);
  });
}
