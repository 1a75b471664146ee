import { type Locale, parseLocale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';
import { baseLabel, type Form, stemLabel, type TermMatching, type TermStatus } from './concept.ts';

/** What each field of a concept and its terms may be, in whatever format they are written. */
export const conceptTypes: readonly ConceptType[] = [
  'person',
  'place',
  'organisation',
  'event',
  'title',
  'common',
];
export const termStatuses: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden'];
export const termMatchings: readonly TermMatching[] = ['exact', 'forms', 'stem'];

/** Labels that are no form a person may list. */
const reserved: readonly string[] = [baseLabel, stemLabel];

const conceptId = /^[a-z0-9][a-z0-9-]{0,99}$/u;
const formLabel = /^[a-z][a-z0-9-]{0,49}$/u;

export function isConceptId(text: string): boolean {
  return conceptId.test(text);
}

/** Whether there is anything in a text that could be looked for: a letter or a digit. */
export function isTermText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether a text is a day of the calendar as ISO 8601 writes it: `2019-04-30`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads languages as `ru|en`; undefined where one of them is no language tag. */
export function parseLanguages(text: string): readonly Locale[] | undefined {
  const languages = text.split('|').map((tag) => parseLocale(tag.trim()));
  return languages.every((language) => language !== undefined) ? languages : undefined;
}

/** What came of reading forms: the first part that is no `label=text` is told instead. */
export type FormsReading = { readonly forms: readonly Form[] } | { readonly wrong: string };

/** Reads `label=text|label=text`; an empty text holds none. A question mark behind a label says that nobody has confirmed the form. */
export function parseForms(text: string): FormsReading {
  if (text === '') return { forms: [] };
  const forms: Form[] = [];
  for (const part of text.split('|')) {
    const equals = part.indexOf('=');
    const written = part.slice(0, Math.max(equals, 0)).trim();
    const label = written.replace(/\?$/u, '');
    const form = part.slice(equals + 1).trim();
    if (!formLabel.test(label) || reserved.includes(label) || !isTermText(form)) return { wrong: part };
    forms.push({ label, text: form, ...(label !== written && { generated: true }) });
  }
  return { forms };
}

/** Writes forms as {@link parseForms} reads them, or tells of the first that the notation cannot write. */
export function formatForms(forms: readonly Form[]): { readonly text: string } | { readonly wrong: string } {
  const wrong = forms.find(({ label, text }) => !formLabel.test(label) || text.includes('|'));
  const written = forms.map(({ label, text, generated }) => `${label}${generated ? '?' : ''}=${text}`);
  return wrong ? { wrong: `${wrong.label}=${wrong.text}` } : { text: written.join('|') };
}
