/** `date 2020-10`, with anything behind it but a note. */
export function isDateCarrier(text: string): boolean {
  return /^date \d{4}-\d{2}(?:-\d{2})?(?:\s|$)/iu.test(text);
}

/** `URGENT`, `2e LEAD`, or what frames a message: it belongs to a carrier wherever it stands in the header. */
export function isPriority(text: string): boolean {
  return text.length <= longestCarrier && text.split(/\s+/u).every((word) => priority.test(word));
}

/** Keywords (`Arménie-Azerbaïdjan-conflit`), priorities, message numbers and counts: `fra0123 4 POL 0231`. */
export function isSlug(text: string): boolean {
  if (text.length > longestCarrier) return false;
  if (envelope.test(text)) return true;
  const words = text.split(/\s+/u);
  return words.every((word) => keywords.test(word) || priority.test(word) || code.test(word));
}

/** `Par Prénom NOM`, `Par Prénom Nom et Prénom Nom à Bakou`. */
export function isByline(text: string): boolean {
  return text.length <= longestByline && byline.test(text);
}

const longestCarrier = 200;
const longestByline = 120;

const priority =
  /^(?:URGENT|FLASH|ALERTE|BULLETIN|PRIORITAIRE|LEAD|\d(?:ER|er|E|e|EME|eme)|PAPIER|GENERAL|GÉNÉRAL|ENCADRE|ENCADRÉ|ECLAIRAGE|ÉCLAIRAGE|REPORTAGE|ZCZC)$/u;

/** Words joined by hyphens, slashes or commas, and nothing that ends a sentence. */
const keywords = /^[\p{L}\p{N}'’]+(?:[-–/,][\p{L}\p{N}'’]+)+,?$/u;

const code = /^(?:\p{Ll}{2,4}\d{2,5}|\p{Lu}{2,4}\d{0,5}|\d{1,6})$/u;

/** The message header of IPTC 7901: number, priority, category, count of words. */
const envelope = /^\p{L}{2,4}\d{2,5}\s\d\s\p{L}{1,3}\s\d{1,5}(?:\s|$)/u;

const byline =
  /^P(?:ar|AR)\s(?:(?:\p{Lu}[\p{L}.'’-]{0,40}|et|avec|à|de|du|des|la|le|von|van|d['’]\p{Lu}[\p{L}'’-]{0,40}),?(?:\s{1,3}|$)){2,14}$/u;
