import type { Cells } from './paradigm.ts';

export type Gender = 'masculine' | 'feminine';

/** Behind these letters и is written for ы. */
const hardly = /[гкхжшчщ]$/u;
/** Behind these letters unstressed о becomes е. */
const hushing = /[жшчщц]$/u;

/** Nouns in -а and -я: `Москва`, `Россия`, `Наталья`, and men such as `Никита`. */
export function firstDeclension(noun: string): Cells | undefined {
  const stem = noun.slice(0, -1);
  if (/[аеёиоуыэюя]а$/u.test(noun)) return undefined;
  if (noun.endsWith('а')) {
    const ins = hushing.test(stem) ? 'ей' : 'ой';
    return cells(stem, [hardly.test(stem) ? 'и' : 'ы', 'е', 'у', ins, 'е']);
  }
  if (noun.endsWith('ия')) return cells(stem, ['и', 'и', 'ю', 'ей', 'и']);
  if (!noun.endsWith('я')) return undefined;
  return cells(stem, ['и', 'е', 'ю', noun === 'Илья' ? 'ёй' : 'ей', 'е']);
}

/** Feminine nouns in -ь: `Казань`. */
export function thirdDeclension(noun: string): Cells {
  const stem = noun.slice(0, -1);
  return cells(stem, ['и', 'и', 'ь', 'ью', 'и']);
}

/** Masculine nouns in a consonant, -й or -ь: `Париж`, `Китай`, `Брюссель`, `Игорь`. */
export function secondDeclension(noun: string, animate: boolean): Cells | undefined {
  const irregular = irregularStems.get(noun.toLowerCase());
  const stem = irregular ? noun.slice(0, 1) + irregular.slice(1) : noun.replace(/[йь]$/u, '');
  const accusative = (genitive: string) => (animate ? stem + genitive : noun);
  if (noun.endsWith('ий')) return { ...cells(stem, ['я', 'ю', '', 'ем', 'и']), acc: accusative('я') };
  if (/[йь]$/u.test(noun)) {
    const ins = stressedEnding.test(noun) ? 'ём' : 'ем';
    return { ...cells(stem, ['я', 'ю', '', ins, 'е']), acc: accusative('я') };
  }
  if (!/[бвгджзклмнпрстфхцчшщ]$/u.test(noun)) return undefined;
  const ins = hushing.test(stem) ? 'ем' : 'ом';
  return { ...cells(stem, ['а', 'у', '', ins, 'е']), acc: accusative('а') };
}

/** Nouns that lose a vowel, or change their stem, when they are inflected. */
const irregularStems: ReadonlyMap<string, string> = new Map([
  ['павел', 'павл'],
  ['пётр', 'петр'],
  ['лев', 'льв'],
  ['посол', 'посл'],
  ['кубок', 'кубк'],
  ['рынок', 'рынк'],
  ['отец', 'отц'],
]);

/** Nouns whose instrumental is stressed on its ending: `Кремлём`. Copy that writes е for ё is found by it too. */
const stressedEnding = /(?:кремль|рубль|король|вождь|секретарь|царь)$/iu;

/** Neuter nouns: `море`, `соглашение`, `Поволжье`, `министерство`; other words in -о and -е are foreign and stay as they are. */
export function neuterDeclension(noun: string): Cells | undefined {
  const stem = noun.slice(0, -1);
  if (/ие$/u.test(noun)) return { ...cells(stem, ['я', 'ю', '', 'ем', 'и']), acc: noun };
  if (/(?:ье|ре|ле)$/u.test(noun)) return { ...cells(stem, ['я', 'ю', '', 'ем', 'е']), acc: noun };
  if (/(?:ство|ово|ево|ино|тело|дело|право)$/u.test(noun)) {
    return { ...cells(stem, ['а', 'у', '', 'ом', 'е']), acc: noun };
  }
  return undefined;
}

/** Plural nouns: `Афины`, `Штаты`, `игры`, `соглашения`. */
export function pluralDeclension(noun: string): Cells | undefined {
  const stem = noun.slice(0, -1);
  const soft = noun.endsWith('я') || /[лнр]и$/u.test(noun);
  if (!/[ыия]$/u.test(noun)) return undefined;
  const genitive = genitivePlural(noun, stem);
  return {
    ...(genitive !== undefined && { gen: genitive }),
    ...(soft
      ? { dat: `${stem}ям`, ins: `${stem}ями`, pre: `${stem}ях` }
      : { dat: `${stem}ам`, ins: `${stem}ами`, pre: `${stem}ах` }),
    acc: noun,
  };
}

/** Undefined where a vowel may have to be put in (`игры`, `игр`, but `войны`, `войн`), or nothing tells the class of the noun. */
function genitivePlural(noun: string, stem: string): string | undefined {
  if (/ия$/u.test(noun)) return `${stem}й`;
  if (/(?:анды|штаты|эмираты)$/iu.test(noun)) return `${stem}ов`;
  if (/[аеёиоуыэюя][бвгджзлмнпрстфх]ы$|игры$|арпаты$|льпы$|ойны$|ссы$|нны$|ппины$/u.test(noun)) return stem;
  return undefined;
}

export function cells(stem: string, endings: readonly [string, string, string, string, string]): Cells {
  const [gen, dat, acc, ins, pre] = endings;
  return { gen: stem + gen, dat: stem + dat, acc: stem + acc, ins: stem + ins, pre: stem + pre };
}

/** Whether a noun in -ь is masculine or feminine, where its ending tells. */
export function genderOfSoft(noun: string): Gender | undefined {
  if (masculineSoft.test(noun)) return 'masculine';
  return /(?:нь|вь|мь|чь|шь|жь|рь|сть|дь|бь|пь)$/u.test(noun) ? 'feminine' : undefined;
}

const masculineSoft = /(?:тель|арь|поль|ель|аль|оль|иль|уль|ль|ябрь|ождь|анадырь)$/iu;
