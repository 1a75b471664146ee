import type { Term } from '../concept.ts';
import type { Cells } from './paradigm.ts';
import { adjectiveCases, adjectiveKind } from './ru-adjectives.ts';
import { cells, firstDeclension, type Gender, secondDeclension, thirdDeclension } from './ru-nouns.ts';

/** Men whose given name is spelled like that of a woman. */
const men = new Set(
  'Никита Илья Лука Фома Кузьма Данила Гаврила Савва Фока Миша Коля Петя Гриша Вася Ваня Тома Мустафа Муса Иса Абдулла Абдалла Яхья Закария Джошуа Никола Хосе Андре Рене Жозе Энрике Фелипе Иржи Луиджи Джованни Анри Али Мехди Махди Хамди Вилли Гарри Билли Генри Джимми Тони'.split(
    ' ',
  ),
);

/** Women whose given name ends in a consonant or -ь; such a name is not inflected, but for Любовь. */
const women = new Set(
  'Энн Анн Джейн Джоан Джин Кейт Рут Элен Ирен Катрин Кристин Мадлен Жаклин Жозефин Сесиль Николь Рашель Адель Изабель Габриэль Эстель Каролин Маргарет Маргрет Элизабет Элисабет Бриджит Брижит Сюзан Сьюзан Вивьен Карин Кэтрин Катарин Астрид Ингрид Гертруд Ассоль Айгуль Гузель Любовь Одиль Арлет Бернадет Жанет Джанет Полин Селин Эдит Юдит Мариам Лейлат Нур Зейнеб Фатимат Маргерит Шарлин Шарлот Эвелин Этель Хелен Хейзел Дейзи Мари Софи Люси Натали Эмили Валери Стефани Мэри Дженни Нэнси Бетти Салли Мелани Анжели Хиллари Шерри Консуэло Росарио Ампаро'.split(
    ' ',
  ),
);

/** Given names that men and women have. */
const either = new Set([
  'Мишель',
  'Даниэль',
  'Саша',
  'Женя',
  'Валя',
  'Ким',
  'Доминик',
  'Паскаль',
  'Камиль',
  'Клод',
  'Андреа',
]);

const vowel = /[аеёиоуыэюя]$/u;

/**
 * Whether a person is a man or a woman, as far as the Russian term tells: by the ending of the family name, the given name and the forms a
 * person has listed. Undefined where they are silent or contradict each other.
 */
export function genderOf({ forms }: Term, words: readonly string[]): Gender | undefined {
  const listed = forms.find(({ label }) => label === 'gen' || label === 'dat')?.text.split(' ');
  const [given = ''] = words;
  const family = words.at(-1) ?? '';
  const declined: Gender = listed?.at(-1) === family ? 'feminine' : 'masculine';
  const told = new Set(
    [
      listed && !vowel.test(family) ? declined : undefined,
      words.length > 1 ? genderOfGiven(given) : undefined,
      genderOfFamily(family),
    ].filter((gender) => gender !== undefined),
  );
  const [gender] = told;
  return told.size === 1 ? gender : undefined;
}

function genderOfGiven(name: string): Gender | undefined {
  const last = name.split('-').at(-1) ?? name;
  if (either.has(name)) return undefined;
  if (men.has(name) || men.has(last)) return 'masculine';
  if (women.has(name) || women.has(last)) return 'feminine';
  if (/[ая]$/u.test(name)) return 'feminine';
  return /[бвгджзйклмнпрстфхцчшщьоу]$/u.test(name) && !/ко$/u.test(name) ? 'masculine' : undefined;
}

function genderOfFamily(name: string): Gender | undefined {
  if (/[а-яё]{2}(?:ск|цк)ая$/u.test(name) || /[а-яё]{2}(?:ов|ев|ёв)а$/u.test(name)) return 'feminine';
  return /[а-яё]{2}(?:[сц]кий|ов|ев|ёв)$/u.test(name) ? 'masculine' : undefined;
}

/** The cases of a name before the last; a particle in lower case (`аль`, `де`) stays as it is. */
export function givenNameCases(name: string, gender: Gender): Cells | undefined {
  if (!/^\p{Lu}/u.test(name)) return unchanged(name);
  const hyphen = name.lastIndexOf('-') + 1;
  if (hyphen > 0) return behind(name.slice(0, hyphen), givenNameCases(name.slice(hyphen), gender));
  if (/[ая]$/u.test(name)) return men.has(name) && name === 'Тома' ? unchanged(name) : firstDeclension(name);
  if (gender === 'feminine') return name === 'Любовь' ? thirdDeclension(name) : unchanged(name);
  return vowel.test(name) ? unchanged(name) : secondDeclension(name, true);
}

/** The cases of a family name: `Лаврова`, `Захаровой`, `Зеленского`; those of women that end in a consonant and foreign vowels stay. */
export function familyNameCases(name: string, gender: Gender): Cells | undefined {
  const at = Math.max(name.lastIndexOf('-'), name.lastIndexOf(' ')) + 1;
  if (at > 0) {
    const first = name.slice(0, at - 1);
    const mark = name.slice(at - 1, at);
    const last = familyNameCases(name.slice(at), gender);
    const both = isRussian(first) ? familyNameCases(first, gender) : unchanged(first);
    return last && both && joined(both, mark, last);
  }
  if (!/^\p{Lu}/u.test(name)) return unchanged(name);
  if (/(?:[иы]х|[оеиуюэыё])$/u.test(name)) return unchanged(name);
  return gender === 'masculine' ? masculineFamily(name) : feminineFamily(name);
}

function masculineFamily(name: string): Cells | undefined {
  if (/[а-яё]{2}(?:ов|ев|ёв|ин|ын)$/u.test(name)) return cells(name, ['а', 'у', 'а', 'ым', 'е']);
  if (isAdjectival(name)) return adjectiveCases(name, 'masculine', true);
  if (/[ая]$/u.test(name))
    return vowel.test(name.slice(0, -1)) && !name.endsWith('ия') ? unchanged(name) : firstDeclension(name);
  // `Донец` has the genitive `Донца` or `Донеца`: only its bearer knows.
  return /[аеёиоуыэюя][^аеёиоуыэюя]+ец$/u.test(name) ? undefined : secondDeclension(name, true);
}

function feminineFamily(name: string): Cells | undefined {
  if (/[а-яё]{2}(?:ов|ев|ёв|ин|ын)а$/u.test(name))
    return cells(name.slice(0, -1), ['ой', 'ой', 'у', 'ой', 'ой']);
  if (/[а-яё]{3}(?:ая|яя)$/u.test(name)) return adjectiveCases(name, 'feminine', true);
  if (/[ая]$/u.test(name))
    return vowel.test(name.slice(0, -1)) && !name.endsWith('ия') ? unchanged(name) : firstDeclension(name);
  return unchanged(name);
}

/** `Толстой` and `Зеленский`, but not `Рой`, `Цой`, `Гайдай`. */
function isAdjectival(name: string): boolean {
  const syllables = name.match(/[аеёиоуыэюя]/giu)?.length ?? 0;
  return syllables > 1 && adjectiveKind(name) === 'masculine';
}

function isRussian(name: string): boolean {
  return /[а-яё]{2}(?:ов|ев|ёв|ин|ын|ский|цкий)а?$|(?:ск|цк)ая$/u.test(name);
}

export function unchanged(word: string): Cells {
  return { gen: word, dat: word, acc: word, ins: word, pre: word };
}

/** The same case of two words, with what stands between them. */
export function joined(first: Cells, between: string, second: Cells): Cells {
  return Object.fromEntries(
    Object.entries(first).flatMap(([label, text]) => {
      const other = second[label];
      return other === undefined ? [] : [[label, text + between + other]];
    }),
  );
}

function behind(start: string, word: Cells | undefined): Cells | undefined {
  return word && Object.fromEntries(Object.entries(word).map(([label, text]) => [label, start + text]));
}
