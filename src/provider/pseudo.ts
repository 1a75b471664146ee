import { pseudoProvider } from '../model/provenance.ts';
import { type Provider, utf8Size } from './provider.ts';
import { abortError } from './provider-error.ts';

export type PseudoOptions = {
  /** How much longer the text gets, as a share of its letters. Default 0.3. */
  readonly longer?: number;
};

/**
 * A provider whose text only looks like a translation: accented, longer, in brackets. It shows where an app cuts text off, and lets
 * the whole journey run with no key and no network. Placeholders come back untouched, so names are shielded and stand in it as the house says
 * them. It is never taken for a translation: see `isPseudo` in the model.
 */
export function createPseudo(options: PseudoOptions = {}): Provider {
  const { longer = 0.3 } = options;
  return {
    name: pseudoProvider,
    settings: `longer=${longer}`,
    capabilities: {
      maxTexts: 1000,
      maxBytes: 1024 * 1024 * 16,
      encodedSize: utf8Size,
      markup: 'none',
      context: false,
      glossary: false,
      placeholders: true,
      leavesMachine: false,
    },
    async translate({ segments }, signal) {
      if (signal.aborted) throw abortError(pseudoProvider, signal);
      return { translations: segments.map(({ id, text }) => ({ id, text: pseudoText(text, longer) })) };
    },
  };
}

/**
 * `Bonjour {{name}}` → `[Ɓööñĵöüŕ {{name}}]`. Placeables (`{{x}}`, `$t(x)`), addresses, and every word with a digit in it stay as
 * they are; so do letters of other scripts and their order: nothing is added but Latin letters beside Latin letters, and marks of
 * no direction at the end, so the text is as safe from right to left.
 *
 * @param longer how many letters to add for each letter
 */
export function pseudoText(text: string, longer = 0.3): string {
  let owed = 0;
  const accented = text.replace(pieces, (piece) => {
    if (isKept(piece)) return piece;
    let result = '';
    for (const letter of piece) {
      const accent = accents.get(letter) ?? letter;
      result += accent;
      if (isLetter.test(letter)) owed += longer;
      if (owed >= 1 && vowels.has(letter)) {
        result += accent;
        owed -= 1;
      }
    }
    return result;
  });
  const padding = Math.floor(owed + 1e-9);
  return padding > 0 ? `[${accented} ${'~'.repeat(padding)}]` : `[${accented}]`;
}

/** Placeables, which may hold blanks, and what stands between blanks. */
const pieces = /\{\{[^{}]*\}\}|\$t\([^()]*\)|(?:(?!\{\{|\$t\()\S)+|\S/gu;

function isKept(piece: string): boolean {
  return /^(?:\{\{|\$t\()|\p{Nd}|:\/\/|@|^www\./u.test(piece);
}

const isLetter = /\p{L}/u;

const vowels = new Set('aeiouyAEIOUY');

const accents = new Map(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, index) => [
    letter,
    Array.from('åƀçđéƒĝĥîĵķļɱñöþʠŕšţüṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ')[index] ?? letter,
  ]),
);
