import { extname } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Concept } from '../termbase/concept.ts';
import { readTermsCsv } from '../termbase/csv.ts';
import { writeTermsCsv } from '../termbase/csv-write.ts';
import { readOmegatGlossary, writeOmegatGlossary } from '../termbase/omegat-glossary.ts';
import { readTbx } from '../termbase/tbx-read.ts';
import { writeTbx } from '../termbase/tbx-write.ts';

export const termsFormats = ['csv', 'tbx', 'omegat'] as const;
export type TermsFormat = (typeof termsFormats)[number];

/** The languages a file may be limited to; only the glossary of OmegaT needs a target. */
export type TermsLanguages = { readonly source: Locale; readonly target?: Locale };

/**
 * The format of a glossary: the one that was asked for, else the one its name says.
 *
 * @throws DepecheError `usage` where neither tells
 */
export function termsFormatOf(file: string, format: TermsFormat | undefined): TermsFormat {
  if (format !== undefined) return format;
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return 'csv';
    case '.tbx':
    case '.xml':
      return 'tbx';
    case '.txt':
    case '.tsv':
    case '.tab':
    case '.utf8':
      return 'omegat';
    default:
      throw new DepecheError(
        'usage',
        `its name does not say what it is: give --format ${termsFormats.join('|')}`,
        {
          place: { file },
        },
      );
  }
}

/** @throws DepecheError `invalid` for what does not hold; `usage` where a target language is needed */
export function readTerms(
  text: string,
  file: string,
  format: TermsFormat,
  languages: TermsLanguages,
): Concept[] {
  switch (format) {
    case 'csv':
      return readTermsCsv(text, file);
    case 'tbx':
      return readTbx(text, file);
    case 'omegat':
      return readOmegatGlossary(text, pairOf(languages), file);
    default:
      return format satisfies never;
  }
}

/** @throws DepecheError `usage` where a target language is needed */
export function writeTerms(
  concepts: readonly Concept[],
  format: TermsFormat,
  languages: TermsLanguages,
): string {
  switch (format) {
    case 'csv':
      return writeTermsCsv(concepts);
    case 'tbx':
      return writeTbx(concepts, { language: languages.source });
    case 'omegat':
      return writeOmegatGlossary(concepts, pairOf(languages));
    default:
      return format satisfies never;
  }
}

function pairOf({ source, target }: TermsLanguages): { source: Locale; target: Locale } {
  if (target !== undefined) return { source, target };
  throw new DepecheError('usage', 'a glossary of OmegaT has one target language: name it with --to');
}
