/**
 * Nouns that German writes behind a name or a title as one word: `Kremlsprecher`, `Außenministertreffen`. Only behind one of these is the
 * front of a word a mention; of `Genferin` or `Wienerwald` nothing is known.
 */
const heads =
  'sprecher|sprecherin|treffen|krise|krieg|konflikt|reise|besuch|politik|chef|chefin|gipfel|wahl|botschafter|botschafterin|regierung|' +
  'abkommen|vertrag|verhandlung|verhandlungen|gespräch|gespräche|sanktion|sanktionen|beitritt|austritt|mission|frage|experte|experten|beauftragte|' +
  'beauftragter|konferenz|korrespondent|kandidat|kandidatin|kandidatur|armee|truppen|einsatz|hilfe|grenze|rat|amt|posten|partei|anhänger|gegner|vertreter|' +
  'mitglied|mitglieder|kurs|strategie|debatte|erklärung|resolution|bericht|haushalt|kredit|kredite|bank|sitz|rede|exporte|importe|geschäft';

/** The genitive and the plurals of such nouns. */
const endings = 's|es|n|en|e|innen';

const compound = new RegExp(`^(?<front>\\p{Lu}\\p{L}{2,}?)(?<link>s?)(?:${heads})(?:${endings})?$`, 'u');

/** No name and noun together are longer, and a line without blanks stays cheap. */
const longest = 60;

/** The front parts a German word may have, if it is a compound: the shortest one, and the same with the s that may join the parts. */
export function compoundFronts(word: string): readonly string[] {
  if (word.length > longest) return [];
  const { front, link } = compound.exec(word)?.groups ?? {};
  if (front === undefined) return [];
  return link === '' || link === undefined ? [front] : [front, front + link];
}
