import { type Locale, languageOf } from '../model/locale.ts';
import type { ToldLanguages } from './deepl-options.ts';

/** Targets that DeepL takes only with a region. */
const defaultVariants: ReadonlyMap<string, string> = new Map([
  ['en', 'en-GB'],
  ['pt', 'pt-PT'],
]);

/** Languages of DeepL, as source and (but for `en` and `pt`) as target. */
const languages = new Set(
  `ace af an ar as ay az ba be bg bho bn br bs ca ceb ckb cs cy da de el en eo es et eu fa fi fr ga gl gn gom gu ha he hi hr ht hu hy id
  ig is it ja jv ka kk kmr ko ky la lb lmo ln lt lv mai mg mi mk ml mn mr ms mt my nb ne nl oc om pa pag pam pl prs ps pt qu ro ru sa scn
  sk sl sq sr st su sv sw ta te tg th tk tl tn tr ts tt uk ur uz vi wo xh yi yue zh zu`.split(/\s+/u),
);

/** Targets that are more than a language. */
const regional = new Set(['en-GB', 'en-US', 'es-419', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant']);

/** The source language DeepL is told for a locale, or undefined where it has none. */
export function deeplSource(locale: Locale, told?: ToldLanguages): string | undefined {
  const language = languageOf(locale);
  if (languages.has(language)) return language;
  return told?.sources.find((code) => code.toLowerCase() === language.toLowerCase());
}

/**
 * The target language DeepL is told for a locale: the configured variant, the locale itself where DeepL has it, else its language, in
 * the house variant where DeepL takes no bare one (`en` → `en-GB`). Undefined where it has none.
 */
export function deeplTarget(
  locale: Locale,
  variants: ReadonlyMap<Locale, string> = new Map(),
  told?: ToldLanguages,
): string | undefined {
  const language = languageOf(locale);
  const configured = variants.get(locale);
  if (configured !== undefined) return configured;
  if (regional.has(locale)) return locale;
  const variant = variants.get(language) ?? defaultVariants.get(language);
  if (variant !== undefined) return variant;
  if (languages.has(language)) return language;
  const isToldAs = (tag: string) =>
    told?.targets.find(({ code }) => code.toLowerCase() === tag.toLowerCase());
  return (isToldAs(locale) ?? isToldAs(language))?.code;
}
