/**
 * Folds what copy desks type in more than one way, one UTF-16 unit for one, so that offsets in the folded text are offsets in
 * the text itself: apostrophes, hyphens, and blanks that do not break. Letters and case stay.
 *
 * @param text in NFC; {@link toNfc} first where it comes from outside
 */
export function foldTypography(text: string): string {
  return text.replace(/[\u2018\u2019\u02bc\u2032\u00a0\u202f\u2007\u2009\u2010\u2011]/gu, foldUnit);
}

function foldUnit(unit: string): string {
  switch (unit) {
    case '\u2018':
    case '\u2019':
    case '\u02bc':
    case '\u2032':
      return "'";
    case '\u2010':
    case '\u2011':
      return '-';
    default:
      return ' ';
  }
}

/** Letters without their accents: `Étrangères` → `Etrangeres`, as French capitals are often typed. It may change lengths. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC');
}
