import { type Locale, languageOf, parseLocale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';

/** A direction that is installed: `fra-oci_gascon` goes from `fr` to `oc-gascon`. */
export type ApertiumMode = { readonly name: string; readonly source: Locale; readonly target: Locale };

/**
 * The directions that a folder of modes has, which are those that `apertium -l` lists. Names are of two letters or of three, whichever
 * the pair was first made with; what is no pair of languages (`eco-es-fr`) is passed over.
 */
export function modesAmong(files: readonly string[]): readonly ApertiumMode[] {
  return files.toSorted(compareText).flatMap((file) => {
    const name = /^(.+)\.mode$/u.exec(file)?.[1];
    if (name === undefined) return [];
    const [from = '', to = '', ...more] = name.split('-').map((side) => side.replaceAll('_', '-'));
    const [source, target] = [parseLocale(from), parseLocale(to)];
    return source === undefined || target === undefined || more.length > 0 ? [] : [{ name, source, target }];
  });
}

/** The direction for a pair of locales: one of the very locales (`oc-gascon`), else one of their languages. */
export function modeFor(
  modes: readonly ApertiumMode[],
  source: Locale,
  target: Locale,
): ApertiumMode | undefined {
  for (const to of [target, languageOf(target)])
    for (const from of [source, languageOf(source)]) {
      const mode = modes.find((one) => one.source === from && one.target === to);
      if (mode) return mode;
    }
  return undefined;
}

/**
 * The command line of a mode with `-z` for each of its programs: they answer at each NUL and wait for more. The script `apertium` has such an
 * option too, but puts a program around the pipeline that answers only when its input ends.
 */
export function keptOpen(mode: string): string {
  return mode
    .trim()
    .replace(/(?:'[^']*'|[^|'])+/gu, (call) =>
      /\s-z(?:\s|$)/u.test(call) ? call : call.replace(/^\s*\S+/u, '$& -z'),
    );
}
