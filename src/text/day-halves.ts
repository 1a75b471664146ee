/** Which half of the day a clock time is in. */
export type DayHalf = 'am' | 'pm';

/**
 * The half of the day that a text says for an hour. Hours from 13 on say it themselves. Up to 12 it is said by words around
 * (`8 p.m.`, `8 Uhr abends`), or by the habit of a language that counts to 24; English, Spanish and Arabic have no such habit.
 *
 * @param before and after: some of the text on both sides
 */
export function dayHalfOf(
  hour: number,
  before: string,
  after: string,
  language: string,
): DayHalf | undefined {
  if (hour > 24) return undefined;
  if (hour > 12) return hour === 24 ? undefined : 'pm';
  if (afternoon.test(after) || afternoonBefore.test(before)) return 'pm';
  if (morning.test(after) || hour === 0) return 'am';
  return countsTo24.has(language) && hour < 12 ? 'am' : undefined;
}

const countsTo24 = new Set(['fr', 'de', 'pt', 'ru', 'it']);

/** What may stand between the hour and the half of the day: `:30`, `Uhr`, `heures`, `horas`, `часов`. */
const hourWord =
  "^(?::\\d\\d)?[\\s\\u00a0]?(?:h(?:eures?)?|uhr|horas?|hs?|ore|o['’]clock|час(?:а|ов)?)?[,\\s\\u00a0]*";
const afternoon = new RegExp(
  `${hourWord}(?:p\\.?\\s?m\\b|du soir|de l['’]après-midi|in the (?:evening|afternoon)|at night|abends|am abend|am nachmittag|nachmittags|nachts|de la (?:tarde|noche)|da (?:tarde|noite)|di (?:sera|notte)|del pomeriggio|вечера|дня|пополудни)`,
  'iu',
);
const morning = new RegExp(
  `${hourWord}(?:a\\.?\\s?m\\b|du matin|in the morning|morgens|am morgen|früh|de la (?:mañana|madrugada)|da (?:manhã|madrugada)|di mattina|del mattino|утра|ночи)`,
  'iu',
);
const afternoonBefore =
  /(?:abend|nachmittag|soir|après-midi|tarde|noche|noite|sera|pomeriggio|evening|afternoon)(?: um| à| a las| às| alle| at)? $/iu;
