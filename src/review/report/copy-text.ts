import type { Severity } from '../../model/issue.ts';
import { directionOf, type Locale } from '../../model/locale.ts';
import type { Span } from '../../model/span.ts';
import { type Attributes, type Content, element, type Html } from './html.ts';

/** A stretch of a text to point out: a term, or the words an issue is about. */
export type Mark = Span & {
  readonly kind: 'term' | Severity;
  /** Said of the stretch when it is pointed at. */
  readonly title?: string;
  /** The number of the issue in the notes of its unit. */
  readonly number?: number;
};

/** `lang` and `dir` of an element whose text is in a locale. */
export function languageAttributes(locale: Locale): Attributes {
  return { lang: locale, dir: directionOf(locale) };
}

/** A text in its language, isolated from the words around it. */
export function quoted(text: string, locale: Locale, marks: readonly Mark[] = []): Html {
  return element('bdi', languageAttributes(locale), markedText(text, marks));
}

/**
 * A text with its marks. Marks may overlap: the text is cut at their borders, and every piece tells all that covers it. Those that
 * lie outside the text are clipped or left out, and none cuts a character in two.
 */
export function markedText(text: string, marks: readonly Mark[]): Content {
  const clipped = marks
    .filter((mark) => Math.max(0, mark.start) < Math.min(text.length, mark.end))
    .map((mark) => ({ ...mark, ...wholeCharacters(text, mark) }))
    .sort((left, right) => left.start - right.start);
  const borders = [...new Set([0, text.length, ...clipped.flatMap(({ start, end }) => [start, end])])].sort(
    (left, right) => left - right,
  );
  let active: Mark[] = [];
  let next = 0;
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0;
    active = active.filter((mark) => mark.end > start);
    for (let mark = clipped[next]; mark && mark.start <= start; mark = clipped[next]) {
      active.push(mark);
      next += 1;
    }
    return markedPiece(text.slice(start, end), active, end);
  });
}

function markedPiece(piece: string, active: readonly Mark[], end: number): Content {
  if (active.length === 0) return withControls(piece);
  const titles = new Set(active.flatMap((mark) => mark.title ?? []));
  const numbers = active.flatMap(({ number, end: last }) => (last === end ? (number ?? []) : []));
  return element(
    'mark',
    {
      class: [...new Set(active.map((mark) => mark.kind))].join(' '),
      title: titles.size === 0 ? undefined : [...titles].join('; '),
      'data-number': numbers.length === 0 ? undefined : numbers.join(' '),
    },
    withControls(piece),
  );
}

/** Characters that turn the direction of the text behind them. They are shown and kept apart, so that none can disguise a text. */
const controls = /([\u202a-\u202e\u2066-\u2069])/u;

function withControls(text: string): Content {
  if (!controls.test(text)) return text;
  return text.split(controls).map((part) => {
    if (!controls.test(part)) return part;
    const code = `U+${part.charCodeAt(0).toString(16).toUpperCase()}`;
    return element('span', { class: 'control', 'data-code': code }, part);
  });
}

function wholeCharacters(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start);
  const to = Math.min(text.length, end);
  return { start: isInsidePair(text, from) ? from - 1 : from, end: isInsidePair(text, to) ? to + 1 : to };
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
