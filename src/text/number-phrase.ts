import type { Span } from '../model/span.ts';
import type { DigitForm } from './number-forms.ts';
import type { NumberLexicon, NumberWord } from './number-words.ts';

/** A word or a run of digits that can be part of a number. */
export type Atom = Span &
  (
    | ({ readonly is: 'digits' } & DigitForm)
    | {
        readonly is: 'word';
        readonly senses: readonly NumberWord[];
        /** A short form that may mean something else: 30 m are metres, too. */
        readonly abbreviated: boolean;
      }
  );

/** A number that goes over several atoms. */
export type Phrase = {
  /** The first atom behind it. */
  readonly next: number;
  /** The number in words. */
  readonly value?: number;
  /** What digits at its head are multiplied by, and what is added then. */
  readonly scale: number;
  readonly extra: number;
  /** Whether the scale is a whole word, and no `m` that may be metres. */
  readonly sure: boolean;
};

/** One number from atom `at` on: digits and scale words, or number words as far as they add up. */
export function phraseFrom(text: string, atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Phrase {
  const head = atoms[at];
  let total = 0;
  let current = 0;
  let scale = 1;
  let extra = 0;
  let sure = true;
  let next = at + 1;
  let heard = false;
  if (head?.is === 'word') {
    const value = numberOf(head, 'value');
    const firstScale = numberOf(head, 'scale');
    if (value !== undefined) current = value;
    else if (firstScale !== undefined && !head.abbreviated) total = scale = firstScale;
    else if (!isHalf(head) || !startsHalf(text, atoms, at, lexicon)) return { next, scale, extra, sure };
    else current = 0.5;
    heard = true;
  }
  for (; next < atoms.length; next += 1) {
    const atom = atoms[next];
    const before = atoms[next - 1];
    if (atom?.is !== 'word' || !before) break;
    const gap = text.slice(before.end, atom.start);
    const value = numberOf(atom, 'value');
    const factor = numberOf(atom, 'scale');
    // `des centaines de milliers`
    const counted = heard && factor !== undefined && factor >= 1000 && countedIn(gap, lexicon);
    if (!counted && !lexicon.joins.test(gap)) break;
    const following = atoms[next + 1];
    // `two and a half`: the article is no one
    if (value === 1 && following && isHalf(following)) continue;
    if (isHalf(atom) && addsHalf(text, before, atom, next > at + 1)) {
      const whole = scale > 1 ? scale : thousandsIn(current);
      if (whole === 1) {
        current += 0.5;
        continue;
      }
      extra = whole / 2;
      next += 1;
      break;
    }
    if (factor !== undefined && (counted || /^[\s\u2010\u2011-]*$/u.test(gap))) {
      if (!heard) scale *= factor;
      else if (total > 0 && total < factor) [total, scale] = [(total + current) * factor, factor];
      else [total, scale] = [total + (current || 1) * factor, factor];
      current = 0;
      sure &&= !atom.abbreviated;
    } else if (
      heard &&
      value !== undefined &&
      (!isArticle(atom) || current === 0.5) &&
      !startsAnew(text, atoms, next, lexicon, total > 0 ? scale : 0) &&
      (fits(current, value, isArabic(text, atom), lexicon.twenties) || current === 0.5)
    ) {
      current = joined(current, value);
    } else break;
  }
  return { next, ...(heard && { value: total + current + extra }), scale, extra, sure };
}

/** Whether `value` can be the next part of a number that stands at `current`: vingt-cinq, cent dix, خمسة وعشرون. */
function fits(current: number, value: number, unitsFirst: boolean, twenties: boolean): boolean {
  const rest = current % 100;
  if (current === 0 || !Number.isInteger(current)) return current === 0;
  if (value === 100) return current < 100;
  if (value > 100) return false;
  if (rest === 0) return true;
  if (twenties && value === 20 && rest === 4) return true;
  if (rest % 10 === 0 && rest > 10 - Number(twenties) && value < 10) return true;
  if (twenties && (rest === 60 || rest === 80)) return value < 20;
  return unitsFirst && rest < 10 && value % 10 === 0 && value > 0;
}

function countedIn(gap: string, lexicon: NumberLexicon): boolean {
  return lexicon.of.exec(gap)?.[0] === gap;
}

/** Arabic says units before tens. */
function isArabic(text: string, { start }: Atom): boolean {
  return /\p{Script=Arabic}/u.test(text[start] ?? '');
}

function joined(current: number, value: number): number {
  if (current === 0.5) return 0.5;
  if (value === 100 && current > 0) return current * 100;
  return value === 20 && current % 100 === 4 ? current + 76 : current + value;
}

/** `half a million`, `un demi-million`: a half counts only before a scale. */
function startsHalf(text: string, atoms: readonly Atom[], at: number, lexicon: NumberLexicon): boolean {
  for (let next = at + 1; next <= at + 2; next += 1) {
    const before = atoms[next - 1];
    const atom = atoms[next];
    if (atom?.is !== 'word' || !before || !lexicon.joins.test(text.slice(before.end, atom.start)))
      return false;
    if (numberOf(atom, 'scale') !== undefined) return true;
    if (numberOf(atom, 'value') !== 1) return false;
  }
  return false;
}

/** `two million and three million` are two numbers: a number that goes on has no scale twice. */
function startsAnew(
  text: string,
  atoms: readonly Atom[],
  from: number,
  lexicon: NumberLexicon,
  scale: number,
): boolean {
  if (scale === 0) return false;
  for (let next = from + 1; next <= from + 4; next += 1) {
    const [before, atom] = [atoms[next - 1], atoms[next]];
    if (atom?.is !== 'word' || !before || !lexicon.joins.test(text.slice(before.end, atom.start)))
      return false;
    const factor = numberOf(atom, 'scale');
    if (factor !== undefined) return factor === scale;
  }
  return false;
}

/** `two hundred a day` are no 201. */
function isArticle(atom: Atom): boolean {
  return numberOf(atom, 'value') === 1 && atom.is === 'word' && atom.senses[0]?.asked === 'never';
}

function numberOf(atom: Atom, kind: 'value' | 'scale'): number | undefined {
  if (atom.is !== 'word') return undefined;
  for (const sense of atom.senses) if (sense.kind === kind && 'value' in sense) return sense.value;
  return undefined;
}

/** Whether a half is added to what stands before it: `millones y medio`, `two and a half`, `مليونين ونصف`; not `deux demi-finales`. */
function addsHalf(text: string, before: Atom, atom: Atom, inside: boolean): boolean {
  if (inside && numberOf(before, 'value') === 1) return true;
  return /\p{L}/u.test(text.slice(before.end, atom.start)) || text.startsWith('و', atom.start);
}

/** What an Arabic dual counts in: مليونين are two of 1000000. */
function thousandsIn(quantity: number): number {
  return quantity < 1e3 ? 1 : quantity < 1e6 ? 1e3 : quantity < 1e9 ? 1e6 : 1e9;
}

function isHalf(atom: Atom): boolean {
  return atom.is === 'word' && atom.senses.some((sense) => sense.kind === 'half');
}
