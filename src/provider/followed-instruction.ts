import { type Locale, languageOf } from '../model/locale.ts';

/**
 * Whether an answer followed a sentence in place of translating it: the copy tells its reader to drop instructions, and its translation
 * does not speak of any. News that merely tells of instructions is no such sentence: it takes an imperative that begins a clause.
 */
export function followsInstruction(source: string, answer: string, target: Locale): boolean {
  const words = instructionWords.get(languageOf(target));
  return words !== undefined && tellsToDrop.test(source) && !words.test(answer);
}

/** In the languages that copy comes in, and in English, which those who try it write everywhere. */
const tellsToDrop =
  /(?:^|[.:;!?…«"“(>\]]\s{0,3})(?:ignore[zrs]?|oublie[zrs]?|néglige[zr]?|disregard|forget|override|ignorieren? sie|ignorier|vergiss|ignora|ignoren|olvida|esqueça|dimentica|игнорируй(?:те)?|забудь(?:те)?|تجاهل)(?=[\s,]).{0,80}?(?:instruct|instruc|instruz|istruz|consigne|directive|prompt|règle|rule|anweisung|vorgabe|инструкц|указан|تعليمات)/iu;

/** What a translation of such a sentence cannot do without, by stems. */
const instructionWords = new Map([
  ['fr', /instruct|consigne|directive|ordre|prompt|règle|indication|recommand/iu],
  ['en', /instruct|direct|order|prompt|rule|guid|command|advice/iu],
  ['de', /anweis|instruktion|vorgabe|anleitung|befehl|regel|richtlinie|weisung|prompt|hinweis|anordnung/iu],
  ['es', /instrucc|indicac|[oó]rden|consigna|directri|directiva|regla|norma|prompt|recomendac/iu],
  ['pt', /instruç|indicaç|ordem|ordens|diretri|directri|diretiva|regra|norma|prompt|orientaç/iu],
  ['it', /istruz|indicaz|ordin|direttiv|regol|norm|prompt|consegn|disposiz/iu],
  ['ru', /инструкц|указан|приказ|правил|предписан|распоряжен|команд|промпт|директив/iu],
  ['ar', /تعليم|إرشاد|توجيه|أوامر|قواعد|ارشاد/u],
]);
