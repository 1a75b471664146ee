/**
 * Words that always lead to another one, in the languages that are written here: articles, prepositions that no verb ends with,
 * conjunctions. No paragraph ends with one, whatever stands below it. Words that end sentences somewhere (`on`, `in`, `an`) are left out.
 */
const words = new Set(
  `à au aux avec chez dans de des du en et la le les leurs lors mais ou où par pour qui sans ses sous sur un une
   and at because between by from his its my of or our than the their these to which with your
   das dem den der des ein eine einem einen einer eines im und vom von zum zur
   al con de del e el en las los o para por que se su sus un una y
   ao aos às com da das do dos em na nas no nos os pela pelo um uma
   ai alla che dai dal dalla degli dei del della delle di gli il nel nella per sul sulla tra
   в и к на о об от по при с со у из до для`.split(/\s+/u),
);

/** Titles and the like, which stand before a name or a number, with a full stop or without. */
const titles = new Set(
  'M MM Mme Mmes Dr Dre Pr Me Mgr Mr Mrs Ms Prof Gen Gén St Ste Univ art no n° vol chap cf'.split(' '),
);

/** Whether the last word of a text leads to another, or a title or a dash behind a blank does: a sentence goes on there. */
export function leadsOn(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1);
  if (word.length > longest) return false;
  if (words.has(word)) return true;
  if (word.length < text.length && /^[-–—]$/u.test(word)) return true;
  return titles.has(word.replace(/^["'’«“(]+|\.$/gu, ''));
}

/** Words that lead on from another one: a paragraph that begins with a small letter, as items do, does not begin with one. */
const followers = new Set(
  `au aux avec dans de des dont du et lorsque mais ou par pour que qui sans selon sous sur
   and by for from of or than that to which who with
   auf bei dass durch für gegen mit nach oder sowie und vom von zum zur zwischen über
   con de del para por que y
   che con del della di per
   и из или на о от по с что чтобы`.split(/\s+/u),
);

/** Whether the first word of a text follows from another: a sentence goes on there. */
export function followsOn(text: string): boolean {
  const end = text.indexOf(' ');
  return (
    (end >= 0 ? end <= longest && followers.has(text.slice(0, end)) : followers.has(text)) ||
    /^(?:d|qu)['’]/u.test(text)
  );
}

/** In UTF-16 units: the longest word of the lists, with marks beside it. */
const longest = 12;
