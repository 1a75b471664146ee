import { foldTypography } from '../../text/fold.ts';
import type { Concept, Form, Term } from '../concept.ts';
import { formsOf } from '../concept.ts';
import { defineLintRule, type LintRule } from './rule.ts';

/** A rule over one form at a time. */
function overForms(
  about: Pick<LintRule, 'id' | 'severity' | 'describe'>,
  tell: (form: Form, term: Term) => string | undefined,
): LintRule {
  const ofTerm = ({ id }: Concept, term: Term) =>
    formsOf(term).flatMap((form) => {
      const message = tell(form, term);
      return message === undefined ? [] : [{ concept: id, lang: term.lang, term, message }];
    });
  return defineLintRule({
    ...about,
    find: (concepts) => concepts.flatMap((concept) => concept.terms.flatMap((term) => ofTerm(concept, term))),
  });
}

const scripts = ['Latin', 'Cyrillic', 'Greek'].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

export const mixedScripts = overForms(
  {
    id: 'mixed-scripts',
    severity: 'warning',
    describe: 'A word has letters of two alphabets that look alike.',
  },
  ({ text }) => {
    const word = text
      .split(/[^\p{L}\p{M}]+/u)
      .find((part) => scripts.filter((script) => script.test(part)).length > 1);
    return word === undefined
      ? undefined
      : `“${word}” has letters of two alphabets: type it anew in one of them`;
  },
);

/** Soft hyphen, zero width, direction marks, tab and line break. A joiner between letters is spelling in Persian and Indic scripts. */
const hidden = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\t\r\n]/u;

export const hiddenCharacter = overForms(
  {
    id: 'hidden-character',
    severity: 'warning',
    describe:
      'A form has a character that is not seen, or two blanks in a row, and is not found without them.',
  },
  ({ text }) => {
    const found = hidden.exec(text)?.[0].codePointAt(0);
    if (found !== undefined) {
      const code = found.toString(16).toUpperCase().padStart(4, '0');
      return `“${text}” has U+${code} in it, which is not seen: take it out`;
    }
    if (/^\s|\s$/u.test(text)) return `“${text}” begins or ends with a blank: take it out`;
    return /\s\s/u.test(text) ? `“${text}” has two blanks in a row: take one out` : undefined;
  },
);

export const typedTwice = overForms(
  {
    id: 'typed-twice',
    severity: 'info',
    describe: 'A form is listed in two typings, straight and curved, that are found by either.',
  },
  (form, term) => {
    const twin = formsOf(term).find(
      (other) =>
        other.label === form.label &&
        other.text < form.text &&
        foldTypography(other.text) === foldTypography(form.text),
    );
    return twin && `“${form.text}” and “${twin.text}” differ in typing alone: remove one of them`;
  },
);
