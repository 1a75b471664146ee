import { element } from '../xml/write.ts';

/** What is to be done to one language of a translation unit. */
export type VariantEdit =
  | { readonly kind: 'delete' }
  /** Other words, by a person and at a time: ISO 8601 in UTC, to the second. */
  | { readonly kind: 'correct'; readonly text: string; readonly by: string; readonly at: string };

/** A stretch of a TMX file as it is written: a translation unit, or what stands before, between or behind them. */
export type TmxStretch = { readonly kind: 'unit' | 'between'; readonly text: string };

/** Cuts a TMX file into its units and what stands between them; joined they are the file again. */
export function* tmxStretches(pieces: Iterable<string>): Generator<TmxStretch> {
  let rest = '';
  let searched = 0;
  let kind: TmxStretch['kind'] = 'between';
  for (const piece of pieces) {
    rest += piece;
    for (;;) {
      const border = kind === 'between' ? unitStart(rest, searched) : unitEnd(rest, searched);
      if (border === undefined) break;
      yield { kind, text: rest.slice(0, border) };
      rest = rest.slice(border);
      searched = 0;
      kind = kind === 'between' ? 'unit' : 'between';
    }
    // What stands between units need not wait; the beginning of a tag may have come without its end.
    const ready = wholeCharacters(rest, Math.max(0, rest.length - longestTag));
    if (kind === 'between' && ready > 0) {
      yield { kind, text: rest.slice(0, ready) };
      rest = rest.slice(ready);
    }
    searched = Math.max(0, rest.length - longestTag);
  }
  yield { kind, text: rest };
}

/** A place at which no surrogate pair is cut apart. */
function wholeCharacters(text: string, at: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** An end tag may have blanks in it. */
const longestTag = 64;

function unitStart(text: string, from: number): number | undefined {
  const start = /<tu(?=[\s>])/gu;
  start.lastIndex = from;
  return start.exec(text)?.index;
}

function unitEnd(text: string, from: number): number | undefined {
  const end = /<\/tu\s{0,50}>/gu;
  end.lastIndex = from;
  return end.exec(text) ? end.lastIndex : undefined;
}

/**
 * A translation unit with some of its languages edited and all else as it was.
 *
 * @param edits by the place of the variant among those of the unit, from 0
 * @returns an empty text where no translation is left
 */
export function editUnit(unit: string, edits: ReadonlyMap<number, VariantEdit>): string {
  const variants = [...unit.matchAll(/[ \t]*<tuv(?=[\s>])[\s\S]*?<\/tuv\s*>(?:\r?\n)?/gu)];
  const deleted = [...edits.values()].filter((edit) => edit.kind === 'delete').length;
  if (deleted > 0 && variants.length - deleted < 2) return '';
  const [only] = edits.values();
  /** A translation into one language has its steps where depeche writes them; of several each has its own. */
  const isPlain = edits.size === 1 && variants.length === 2;
  let at = 0;
  let edited = '';
  for (const [place, { 0: variant, index }] of variants.entries()) {
    const edit = edits.get(place);
    edited += unit.slice(at, index) + (edit ? editVariant(variant, edit, !isPlain) : variant);
    at = index + variant.length;
  }
  edited += unit.slice(at);
  return isPlain && only?.kind === 'correct' ? withStep(edited, 'tuv', only) : edited;
}

function editVariant(variant: string, edit: VariantEdit, tellsStep: boolean): string {
  switch (edit.kind) {
    case 'delete':
      return '';
    case 'correct': {
      const [seg = ''] = element('seg', {}, edit.text).lines;
      const [, author = ''] = /^<a( [^>]*)\/>$/u.exec(authorTag(edit)) ?? [];
      const corrected = variant.replace(/<seg(?=[\s>])[\s\S]*<\/seg\s*>/u, () => seg);
      return (tellsStep ? withStep(corrected, 'seg', edit) : corrected).replace(
        /<tuv(?=[\s>])[^>]*>/u,
        (tag) =>
          tag
            .replace(/\s+change(?:id|date)\s*=\s*(?:"[^"]*"|'[^']*')/gu, '')
            .replace(/>$/u, () => `${author}>`),
      );
    }
    default:
      return edit satisfies never;
  }
}

function authorTag({ by, at }: { readonly by: string; readonly at: string }): string {
  return element('a', { changedate: at.replace(/[-:]/gu, ''), changeid: by }).lines.join('');
}

/** Tells who edited it, in front of the first tag of a name. */
function withStep(
  markup: string,
  name: 'tuv' | 'seg',
  { by, at }: { readonly by: string; readonly at: string },
): string {
  const [step = ''] = element('prop', { type: 'x-depeche-step' }, `edited ${at} ${by}`).lines;
  const first = {
    tuv: /^([ \t]*)<tuv(?=[\s>])|<tuv(?=[\s>])/mu,
    seg: /^([ \t]*)<seg(?=[\s>])|<seg(?=[\s>])/mu,
  };
  return markup.replace(first[name], (tag, indent?: string) =>
    indent === undefined ? `${step}${tag}` : `${indent}${step}\n${tag}`,
  );
}
