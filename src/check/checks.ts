import { blankBeforeMark, blankBehindMark, noBreakBlank } from './blanks-at-marks.ts';
import { unpairedBracket } from './brackets.ts';
import {
  bidiControl,
  controlCharacter,
  invisibleCharacter,
  mojibake,
  notNormalised,
  privateUse,
} from './characters.ts';
import type { Check } from './check.ts';
import { pending, sameAsSource } from './completeness.ts';
import { inconsistentTarget, sameTarget } from './consistency.ts';
import { currencyFormat } from './currency-format.ts';
import { dateFormat, timeFormat } from './dates.ts';
import { extraText } from './extra-text.ts';
import { gistOnly } from './gist-only.ts';
import { icuStructure } from './icu.ts';
import { lengthRatio } from './length.ts';
import { allCapitals, firstLetter } from './letter-case.ts';
import { markedForWork } from './marked-for-work.ts';
import { negationChanged } from './negation.ts';
import { numberFormat, percentFormat } from './number-format.ts';
import { numberExtra, numberMissing } from './numbers.ts';
import { placeableChanged } from './placeables.ts';
import { doubledMark, endMark, foreignMark, invertedMark, questionMark } from './punctuation.ts';
import { quoteDiffers } from './quote-differs.ts';
import { quoteOriginal } from './quote-original.ts';
import { quotationLost, quoteStyle, unpairedQuote } from './quotes.ts';
import { foreignScript, mixedScript } from './scripts.ts';
import { doubleBlank, edgeBlank, lineBreak } from './spacing.ts';
import { numberSwapped } from './swapped-numbers.ts';
import { termForbidden, termMissing } from './terms.ts';
import { dashStyle, ellipsisStyle, straightApostrophe } from './typing-style.ts';
import { agencyLost, datelineForm, slugLeftIn, wireMark } from './wire-style.ts';
import { doubledWord, untranslatedWords } from './words.ts';

/** Every check of the house by its family, in the order in which a unit's issues are listed. */
export const checks: readonly Check[] = [
  pending,
  markedForWork,
  gistOnly,
  sameAsSource,
  untranslatedWords,
  extraText,
  inconsistentTarget,
  sameTarget,
  termMissing,
  termForbidden,
  numberMissing,
  numberExtra,
  numberSwapped,
  numberFormat,
  percentFormat,
  currencyFormat,
  dateFormat,
  timeFormat,
  quoteStyle,
  unpairedQuote,
  quotationLost,
  quoteOriginal,
  quoteDiffers,
  doubleBlank,
  edgeBlank,
  lineBreak,
  blankBeforeMark,
  blankBehindMark,
  noBreakBlank,
  endMark,
  questionMark,
  invertedMark,
  doubledMark,
  doubledWord,
  unpairedBracket,
  foreignMark,
  ellipsisStyle,
  dashStyle,
  straightApostrophe,
  lengthRatio,
  placeableChanged,
  icuStructure,
  controlCharacter,
  mojibake,
  mixedScript,
  foreignScript,
  bidiControl,
  privateUse,
  invisibleCharacter,
  notNormalised,
  datelineForm,
  slugLeftIn,
  wireMark,
  agencyLost,
  negationChanged,
  firstLetter,
  allCapitals,
];
