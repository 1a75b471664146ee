import type { Header, Note } from '../model/dispatch.ts';
import { withoutAccents } from '../text/fold.ts';

/** The mark that ends a note in wire copy. */
export const noteEnd = '///';

/** What editors begin a note with; also in capitals, unaccented, and in parentheses. */
const opening =
  /(?:^|\s)(?=[([]?(?:attention(?:$|[\s:-])|(?:sous )?embargo|ajout|actualis(?:e|ation)|corrige|correction|rectifi|remplace|annul(?:e|ation)|reprend|reprise))/iu;

/**
 * Where a note begins in a line of the header, or -1. `ATTENTION` and the words for updates count anywhere behind a carrier, but
 * elsewhere only at the beginning: a headline may well say that someone corrects something.
 */
export function noteStart(text: string): number {
  const match = opening.exec(text);
  if (match) return match.index + (match[0] === '' ? 0 : 1);
  return -1;
}

/** What the note says of earlier wordings: by its first word for it. */
export function updateOf(text: string): Note['update'] | undefined {
  const word = updateWord.exec(plain(text))?.groups;
  if (word?.adds) return 'adds';
  if (word?.corrects) return 'corrects';
  return word?.replaces ? 'replaces' : undefined;
}

/** `withheld` for an embargo; `canceled` where the dispatch is taken back and nothing takes its place. */
export function statusOf(note: string | undefined): Header['status'] {
  const text = plain(note ?? '');
  // Only where the note begins with it: "ajoute concert annulé" takes nothing back.
  if (/^\P{L}*(?:attention\P{L}+)?annul(?:e|ee|ation)\b(?! et remplace)/u.test(text)) return 'canceled';
  return /^\P{L}*(?:attention\P{L}+)?(?:sous )?embargo\b/u.test(text) ? 'withheld' : 'usable';
}

const updateWord =
  /\b(?:(?<adds>ajout(?:e|es|ant)?|complete|add|insere(?:r|z)?|insert)|(?<corrects>corrig(?:e|eant)|correction|corrective|rectifi\p{L}{1,8})|(?<replaces>annule et remplace|remplac(?:e|ant)|actualis(?:e|ant|ation)|reprend|reprise|writethr(?:u|ough)))\b/u;

function plain(text: string): string {
  return withoutAccents(text).toLowerCase();
}
