import { cutsBetween, holdsBetween, languageRules } from '../language-rules.ts';

const opening =
  '(?:وقال|وأضاف|وأكد|وأوضح|وذكر|وأشار|وأعلن|وكان|وكانت|وقد|ولم|ولا|وفي|وعلى|وتابع|قال|قالت|وقالت|لكن|ولكن|إلا|أما|وأما|كما|هذا|هذه|وهذا|وهذه|وهو|وهي|ومن|وإلى|إن|إنه|إنها|وتقول|ويقول|غير|بعد|وبعد|قبل|ثم)(?!\\p{L})';

/**
 * Our segmentation rules for Arabic, as SRX 2.0: the shared rules with the words of Arabic. The script has no capitals, so any letter can
 * begin a sentence, and one letter with a full stop is an abbreviation.
 */
export const arabicRules = (): string =>
  languageRules({
    language: 'ar',
    titles: String.raw`و?[دمأجسعفكلنبتحخرزصطقهويش](?:\.\h?[دمأجسعفكلنبتحخرزصطقهويش])*|أ\.\h?د|د\.\h?م|هـ|ق\.\h?م|ش\.\h?م\.\h?[لم]|م\.\h?ن|Mr|Dr|St`,
    announcing: 'إلخ(?=\\.\\s*[،,])|ت(?=\\.\\s+\\p{Nd})|ط(?=\\.\\s+\\p{Nd})|ص\\.\\h?ب|انظر|تق|مثلا\\.\\h?',
    counting: '[صج]|مج|رقم|مادة|م|ف|هاتف|بند|قسم|عدد|[Nn]o|pp?|[Vv]ol|[Aa]rt',
    ending: 'Inc|Ltd|Co|Corp|[A-Z]\\.[A-Z]',
    opening,
    begins: String.raw`\p{Lo}`,
    stops: '؟۔',
    first: [
      // بعد 400 ق.م. وقد ..., عام 1440 هـ. وكان ...
      cutsBetween(
        String.raw`(?<![\p{L}\p{M}])(?:ق\.\h?م|هـ|ب\.\h?م|ش\.\h?م\.\h?[لم]|\p{Nd}\h?م)\.`,
        String.raw`\s+[«“"(]?(?:${opening}|وأ\p{L}{2,})`,
      ),
      // no capital tells whether a sentence ends at an ellipsis
      holdsBetween(String.raw`(?:\.{2,}|…)`, String.raw`\s+\p{L}`),
    ],
  });
