import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const endMark = defineTextCheck({
  id: 'end-mark',
  family: 'punctuation',
  severity: 'warning',
  describe: 'The source ends with the mark of a sentence and the target does not, or the reverse.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'A truce has failed',
    note: 'the full stop is missing',
  },
  find({ source, text, unit }) {
    if (isDateline(unit)) return [];
    const [wanted, there] = [tailOf(source), tailOf(text)];
    const target = { start: Math.max(0, text.trimEnd().length - 1), end: text.length };
    if (hasEnd(wanted) && !hasEnd(there) && !/[:;]/u.test(there))
      return [{ message: 'the target has no final mark', target }];
    if (!hasEnd(there) || hasEnd(wanted) || /[:;,]/u.test(wanted)) return [];
    if (there.includes('.') && abbreviated.test(text.slice(-40).trimEnd())) return [];
    return [{ message: 'the target has a final mark, the source has none', target }];
  },
});

/** The marks behind the last letter or digit, at most twelve of them. */
function tailOf(text: string): string {
  return /[^\p{L}\p{N}\p{M}]*$/u.exec(text.trimEnd().slice(-12))?.[0] ?? '';
}

function hasEnd(tail: string): boolean {
  return /[.!?…؟。！？‽۔]/u.test(tail);
}

/** `p.m.`, `U.S.`, `Inc.`, `etc.`: the stop belongs to the word. */
const abbreviated =
  /(?:\p{L}\.[\s\u00a0]?\p{L}|(?<!\p{L})(?:\p{Lu}\p{L}{0,3}|etc|usw|ect|vol|no|núm|bzw|Mio|Mrd|ecc|др|руб|млн|млрд|г))\.$/u;

export const questionMark = defineTextCheck({
  id: 'question-mark',
  family: 'punctuation',
  severity: 'warning',
  describe: 'The source asks and the target does not, or the reverse.',
  example: {
    locale: 'de',
    source: 'Pourquoi avoir attendu ?',
    target: 'Warum gewartet.',
    note: 'the question has become a statement',
  },
  find({ source, text }) {
    const [asked, asks] = [questions.test(source), questions.test(text)];
    if (asked === asks) return [];
    if (asked) return [{ message: 'the question mark of the source is missing' }];
    const [place] = placesOf(text, allQuestions);
    return [{ message: 'the target asks, the source does not', ...(place && { target: place.at }) }];
  },
});

/** Not within an address. */
const questions = /[?؟？](?![\p{L}\p{N}=&])/u;
const allQuestions = /[?؟？](?![\p{L}\p{N}=&])/gu;

export const invertedMark = defineTextCheck({
  id: 'inverted-mark',
  family: 'punctuation',
  severity: 'warning',
  describe:
    'In Spanish a question or an exclamation has no ¿ or ¡ that opens it, or one that nothing closes.',
  example: {
    locale: 'es',
    source: 'Pourquoi ?',
    target: 'Por qué?',
    note: 'Spanish opens a question with ¿',
  },
  find({ text, to }) {
    if (languageOf(to) !== 'es') return [];
    const findings: Finding[] = [];
    let open: { mark: string; at: number } | undefined;
    for (const { 0: marks, index: at } of text.matchAll(/[¿¡]+|[?!]+(?![\p{L}\p{N}=&])/gu)) {
      if (findings.length === 5) break;
      const span = { start: at, end: at + marks.length };
      if (/[¿¡]/u.test(marks)) {
        open ??= { mark: marks, at };
      } else {
        if (!open && !isName(text, at))
          findings.push({
            message: `“${marks}” has no “${marks.startsWith('?') ? '¿' : '¡'}” before it`,
            target: span,
          });
        open = undefined;
      }
    }
    if (open)
      findings.push({
        message: `“${open.mark}” is not closed`,
        target: { start: open.at, end: open.at + open.mark.length },
      });
    return findings;
  },
});

/** `Yahoo!` in the middle of a sentence. */
function isName(text: string, at: number): boolean {
  return (
    text[at] === '!' &&
    /\p{Lu}\p{L}{1,30}$/u.test(text.slice(Math.max(0, at - 31), at)) &&
    /^!,? \p{Ll}/u.test(text.slice(at, at + 4))
  );
}

export const doubledMark = defineTextCheck({
  id: 'doubled-mark',
  family: 'punctuation',
  severity: 'warning',
  describe: 'A comma, a stop or another mark stands twice in the target, and not so in the source.',
  example: {
    locale: 'pt',
    source: 'Une trêve a échoué.',
    target: 'Uma trégua falhou..',
    note: 'two stops',
  },
  find({ source, text }) {
    return placesOf(text, doubled, ({ found }) => !source.includes(found)).map(
      ({ found, at }): Finding => ({ message: `“${found}” in the target`, target: at }),
    );
  },
});

const doubled =
  /(?<![./])\.\.(?![./])|(?<!\.)\.{4,20}(?!\.)|,[ ]?,|;[ ]?;|(?<!:):[ ]?:(?!:)|،[ ]?،|؛[ ]?؛|؟؟|\?\?|!!|,[;:!?]|[;:],|…\./gu;

export const foreignMark = defineTextCheck({
  id: 'foreign-mark',
  family: 'punctuation',
  severity: 'warning',
  describe:
    'A mark of the target is none of its script: a Latin comma in Arabic, an Arabic or a full-width one in Latin, ¿ outside Spanish.',
  example: {
    locale: 'ar',
    source: 'Oui, mais pourquoi ?',
    target: 'نعم, لكن لماذا؟',
    note: 'the comma of Arabic is ،',
  },
  find({ source, text, to }) {
    const language = languageOf(to);
    const pattern =
      language === 'ar' ? latinInArabic : withLatinMarks.has(language) ? arabicInLatin : undefined;
    if (!pattern) return [];
    return placesOf(text, pattern, ({ found }) => {
      if (/[¿¡]/u.test(found)) return language !== 'es' && language !== 'gl' && !source.includes(found);
      return language === 'ar' || !source.includes(found);
    }).map(({ found, at }): Finding => ({ message: `“${found}” is no mark of ${to}`, target: at }));
  },
});

const latinInArabic = /(?<=[\u0621-\u064a][»”)]?)[,;?](?!\p{Nd})/gu;
const arabicInLatin = /[،؛؟۔、。，．！？：；¿¡]/gu;
const withLatinMarks = new Set(['en', 'fr', 'de', 'es', 'pt', 'it', 'ru', 'nl', 'pl', 'uk']);
