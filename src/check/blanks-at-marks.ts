import { languageOf } from '../model/locale.ts';
import { typographyOf } from '../text/typography.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const blankBeforeMark = defineTextCheck({
  id: 'blank-before-mark',
  family: 'spacing',
  severity: 'warning',
  describe:
    'A blank stands before a comma, a stop or a closing bracket of the target, or behind an opening one.',
  example: {
    locale: 'en',
    source: 'Pourquoi ?',
    target: 'Why ?',
    note: 'French has a blank before the mark, English has none',
  },
  find({ text, to }) {
    if (!blankBesideMark.test(text)) return [];
    const spaced = spacedMarks(to);
    return placesOf(text, blankAndMark, ({ found, at }) => {
      const mark = found.slice(-1);
      if (spaced.has(mark)) return false;
      // `3 : 1`, `Motto : »`: a colon between two blanks may be a sign of its own
      if (mark === ':' && /\d/u.test(text[at.start - 1] ?? '')) return false;
      return true;
    }).map(
      ({ found, at }): Finding => ({
        message: /^[([]/u.test(found)
          ? `a blank behind “${found.slice(0, 1)}”`
          : `a blank before “${found.slice(-1)}”`,
        target: at,
      }),
    );
  },
});

/** Classes of Unicode take long to make: most copy has no place that is worth it, here and below. */
const blankBesideMark = /[ \u00a0\u202f][,.;:!?)\]،؛؟]|[([][ \u00a0\u202f]/u;

/** Not before an ellipsis, `.com`, `:-)`, nor where a mark stands between two blanks in a list of signs. */
const blankAndMark =
  /(?<=[\p{L}\p{N}\p{M}»”“"’%)\]])[ \u00a0\u202f]{1,3}[,.;:!?)\]،؛؟](?![.\p{L}\p{N}\-)(/=])|[([][ \u00a0\u202f]{1,3}(?=[\p{L}\p{N}])/gu;

export const blankBehindMark = defineTextCheck({
  id: 'blank-behind-mark',
  family: 'spacing',
  severity: 'warning',
  describe: 'A blank is missing behind a comma, a semicolon or the stop of a sentence in the target.',
  example: {
    locale: 'es',
    source: 'Oui, mais non.',
    target: 'Sí,pero no.',
    note: 'no blank behind the comma',
  },
  find({ source, text }) {
    if (!noBlankBehind.test(text)) return [];
    return placesOf(
      text,
      markAndLetter,
      ({ at }) => !source.includes(text.slice(at.start - 2, at.end + 2)),
    ).map(({ found, at }): Finding => ({ message: `no blank behind “${found.slice(-1)}”`, target: at }));
  },
});

const noBlankBehind = /[,;،؛؟.!?…][^\s\d,;:.!?…"“”'’«»()[\]]/u;

/** `oui,mais`, `fini.Il`; of a stop both words must be ordinary ones, for `Booking.com` and `U.S.` are none. */
const markAndLetter =
  /(?<=\p{L}\p{M}{0,4})[,;،؛؟](?=\p{L})|(?<=\p{Ll}{3})[.!?…](?=\p{Lu}\p{Ll}+[ \u00a0,])|(?<=[\u0621-\u064a]{2})[.!](?=[\u0621-\u064a]{2})/gu;

export const noBreakBlank = defineTextCheck({
  id: 'no-break-blank',
  family: 'spacing',
  severity: 'warning',
  describe:
    'In French a blank belongs before ; : ! ? » and behind «, and it must not break; a blank that breaks is only worth a note.',
  example: {
    locale: 'fr',
    from: 'en',
    source: 'Why?',
    target: 'Pourquoi?',
    note: 'no blank before the question mark',
  },
  find({ text, to }) {
    const spaced = spacedMarks(to);
    if (spaced.size === 0) return [];
    const missing = placesOf(text, missingBlank, ({ found }) => spaced.has(found.slice(-1)));
    const breaking = placesOf(text, breakingBlank, ({ found }) => spaced.has(found.trim().slice(0, 1)));
    return [
      ...missing.map(
        ({ found, at }): Finding => ({ message: `no blank before “${found.slice(-1)}”`, target: at }),
      ),
      ...breaking.slice(0, 1).map(
        ({ found, at }): Finding => ({
          severity: 'info',
          message: `a blank beside “${found.trim()}” that may break the line: write U+00A0 or U+202F`,
          target: at,
        }),
      ),
    ];
  },
});

/** Behind a word, and with no letter or digit behind it: `12:30`, `https:` and `C:\` are left alone. */
const missingBlank = /(?<=[\p{L}\p{M}\p{N})\]])[;:!?](?![\p{L}\p{N}/\\:=)(-])/gu;
const breakingBlank = / [;:!?»](?![\p{L}\p{N}-])|«[ ]/gu;

const none: ReadonlySet<string> = new Set();

/** Marks that have a blank before them; the guillemet that opens stands for the pair. */
function spacedMarks(locale: string): ReadonlySet<string> {
  if (languageOf(locale) !== 'fr') return none;
  const marks = typographyOf(locale)?.blankBefore ?? none;
  return marks.has('»') ? new Set([...marks, '«']) : marks;
}
