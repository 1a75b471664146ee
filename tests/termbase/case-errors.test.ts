import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { byPerson, draftOf } from './house.ts';

const terms = createTermbase(
  readTermsCsv(`concept,type,lang,term,status,match,forms,note
moscow,place,fr,Moscou,preferred,exact,,
moscow,place,ru,Москва,preferred,forms,,
moscow,place,de,Moskau,preferred,forms,,
moscow,place,de,Moskwa,forbidden,forms,gen=Moskwas,
tbilisi,place,fr,Tbilissi,preferred,exact,,
tbilisi,place,ru,Тбилиси,preferred,forms,,
paris,place,fr,Paris,preferred,exact,,
paris,place,ru,Париж,preferred,forms,,
orlov,person,fr,Igor Orlov,preferred,forms,family=Orlov,
orlov,person,ru,Игорь Орлов,preferred,forms,family=Орлов,
orlov,person,de,Igor Orlow,preferred,forms,family=Orlow,
orlov,person,ar,إيغور أورلوف,preferred,forms,family=أورلوف,
lukina,person,fr,Anna Loukina,preferred,forms,family=Loukina,
lukina,person,ru,Анна Лукина,preferred,forms,family=Лукина,
georgia,place,fr,Géorgie,preferred,exact,,
georgia,place,ru,Грузия,preferred,forms,,
georgia,place,de,Georgien,preferred,forms,,
georgia,place,ar,جورجيا,preferred,exact,,
turkey,place,fr,Turquie,preferred,exact,,
turkey,place,ar,تركيا,preferred,exact,,
un,organisation,fr,ONU,preferred,exact,,
un,organisation,ar,الأمم المتحدة,preferred,exact,,
white-house,organisation,fr,Maison Blanche,preferred,exact,,
white-house,organisation,de,Weißes Haus,preferred,forms,,
president,title,fr,président,preferred,forms,f=présidente|pl=présidents,
president,title,ru,президент,preferred,forms,,
president,title,de,Präsident,preferred,forms,,
president,title,es,presidente,preferred,forms,,
president,title,pt,presidente,preferred,forms,,
president,title,ar,رئيس,preferred,forms,f=رئيسة|dual=رئيسان|dual-gen=رئيسين|constr-dual=رئيسا|constr-dual-gen=رئيسي|pl=رؤساء,
minister,title,fr,ministre,preferred,forms,pl=ministres,
minister,title,es,ministro,preferred,forms,fem=ministra|pl=ministros|fem-pl=ministras,
minister,title,pt,ministro,preferred,forms,fem=ministra|pl=ministros|fem-pl=ministras,
`),
  { generate: true },
);
const source =
  'Moscou, Tbilissi, Paris, Igor Orlov, Anna Loukina, Géorgie, Turquie, ONU, Maison Blanche, président, présidents, ministre, ministres';

function enforced(locale: string, text: string, person = false) {
  const draft = draftOf(locale, [[source, person ? byPerson(text) : text]]);
  const [unit] = enforceTerms(draft, terms).units;
  const issues = unit?.issues.filter(({ check }) => check === 'term-case') ?? [];
  return { text: unit && textOf(unit.target), issues };
}

describe('a name behind a preposition', () => {
  it.each([
    ['ru', 'Он приехал из Москва.', 'Он приехал из Москвы.'],
    ['ru', 'Перед Москва стоят.', 'Перед Москвой стоят.'],
    ['ru', 'Он едет к Игорь Орлов.', 'Он едет к Игорю Орлову.'],
    ['ru', 'Он был у Орлову.', 'Он был у Орлова.'],
    ['ru', 'Говорят о Парижем.', 'Говорят о Париже.'],
    ['de', 'Er fuhr nach Moskaus.', 'Er fuhr nach Moskau.'],
    ['de', 'Er fuhr nach Moskwas, dann heim.', 'Er fuhr nach Moskau, dann heim.'],
  ])('in %s gets its only case: %s → %s', (locale, text, right) => {
    expect(enforced(locale, text)).toEqual({ text: right, issues: [] });
  });

  it('is told where it could be two cases, and in the words of people', () => {
    expect(enforced('ru', 'Он едет в Москвой.')).toMatchObject({
      text: 'Он едет в Москвой.',
      issues: [{ severity: 'warning', target: { start: 10, end: 17 } }],
    });
    const own = enforced('ru', 'Он приехал из Москва.', true);
    expect(own).toMatchObject({ text: 'Он приехал из Москва.' });
    expect(own.issues[0]?.message).toContain('write “Москвы”');
  });

  it.each([
    ['ru', 'Он едет в Москву.'],
    ['ru', 'Он живёт в Москве.'],
    ['ru', 'Он едет в Париж.'],
    ['ru', 'Он живёт в Тбилиси, из Тбилиси.'],
    ['ru', 'Из-за Москвы спорят.'],
    ['ru', 'Он едет с «Москва» в руках.'],
    ['ru', 'Москва и Париж.'],
    ['de', 'Nach Moskaus Angaben ist alles gut.'],
    ['de', 'Mit Moskaus neuem Plan beginnt es.'],
    ['de', 'Er kommt aus Moskau.'],
    ['de', 'Die Zukunft Moskaus.'],
  ])('in %s is left alone where it may be right: %s', (locale, text) => {
    expect(enforced(locale, text)).toEqual({ text, issues: [] });
  });
});

describe('a name in a form that its place does not take', () => {
  it.each<[locale: string, text: string, construction: string, right?: string]>([
    // Russian: what stands before it, beside it, and what the verb says of its subject.
    ['ru', 'Он живёт в соседней Грузию.', 'behind “в”'],
    ['ru', 'По словам Орлову, всё готово.', 'behind “по словам”', 'По словам Орлова, всё готово.'],
    [
      'ru',
      'Встречу отменили из-за президент Орлова.',
      'behind “из-за”',
      'Встречу отменили из-за президента Орлова.',
    ],
    ['ru', 'Они ждали президента Орлову.', 'beside “президента”'],
    ['ru', 'Президент Грузию подал в отставку.', 'behind “Президент”'],
    ['ru', 'Он был в Грузии и Москву.', 'beside “Грузии”'],
    ['ru', 'Ни Орлов, ни Лукину не ответили.', 'beside “Орлов”'],
    ['ru', 'Речь Орлову удивила всех.', 'behind “Речь”'],
    ['ru', 'Договор подписан Лукину.', 'behind “подписан”'],
    ['ru', 'Орлова прибыл вечером в Париж.', 'as the subject of “прибыл”', 'Орлов прибыл вечером в Париж.'],
    ['ru', 'Жители Москва жалуются.', 'behind “Жители”'],
    ['ru', 'Они встретили Орлов.', 'beside “встретили”'],
    ['ru', 'Орлов встретил вчера президент.', 'beside the subject “Орлов”'],
    ['ru', 'Они видели Орлове.', 'without “в”, “на” or “о” before it'],
    ['ru', 'Орловым прибыл в Париж вчера.', 'as the subject of “прибыл”', 'Орлов прибыл в Париж вчера.'],
    ['ru', 'Грузии подписала договор.', 'as the subject of “подписала”', 'Грузия подписала договор.'],
    // German: genitives, and articles before an adjective or a title.
    ['de', 'Orlows ist angekommen.', 'before “ist”', 'Orlow ist angekommen.'],
    ['de', 'Man dankte Orlows für alles.', 'before “für”'],
    ['de', 'Orlow Sprecherin dementierte.', 'before “Sprecherin”'],
    ['de', 'Die Hauptstadt Georgien ist ruhig.', 'behind “Hauptstadt”'],
    ['de', 'Er sah das Weißen Haus.', 'behind “das”', 'Er sah das Weiße Haus.'],
    ['de', 'Vor dem Weiße Haus standen sie.', 'behind “dem”', 'Vor dem Weißen Haus standen sie.'],
    ['de', 'Das Büro des Präsident schwieg.', 'behind “des”'],
    ['de', 'Präsidenten Igor Orlow schwieg.', 'before the name'],
    // Arabic: duals, articles, what is bound to what, and the gender of a verb.
    ['ar', 'الخط بين رئيسا تركيا وجورجيا مقطوع.', 'behind “بين”', 'الخط بين رئيسي تركيا وجورجيا مقطوع.'],
    ['ar', 'اجتمع رئيسي تركيا وجورجيا أمس.', 'as its subject'],
    ['ar', 'رسالة لالأمم المتحدة.', 'without alef', 'رسالة للأمم المتحدة.'],
    ['ar', 'استقبل رئيسان تركيا الوفد.', 'before “تركيا”'],
    ['ar', 'قال الرئيسا ذلك.', 'behind an article'],
    ['ar', 'وصل رئيسة الوفد.', 'said of a man'],
    // Spanish and Portuguese: articles before a title.
    ['es', 'El ministra llegó.', 'behind “El”'],
    ['es', 'Habló con los ministra.', 'behind “los”'],
    ['pt', 'Falou com os ministro.', 'behind “os”'],
  ])('in %s is told or repaired: %s', (locale, text, construction, right) => {
    const own = enforced(locale, text, true);
    expect(own.issues.map(({ message }) => message).join('; ')).toContain(construction);
    if (right !== undefined) expect(enforced(locale, text)).toEqual({ text: right, issues: [] });
  });

  it.each([
    ['ru', 'В прошлом Москва молчала.'],
    ['ru', 'Президента Орлов встретил в Париже.'],
    ['ru', 'Президентом вновь избран Орлов.'],
    ['ru', 'Орлов, кандидат в президенты, молчит.'],
    ['ru', 'Что это за президент?'],
    ['ru', 'Орлова встретил помощник.'],
    ['ru', 'Орлову ответила Лукина.'],
    ['ru', 'Лукину видели в Грузии.'],
    ['ru', 'Решение Орлов принял сам.'],
    ['ru', 'Самолёт из Парижа летит в Москву.'],
    ['ru', 'Город Москва и агентство «Москва» молчат.'],
    ['ru', 'Орлов и Лукина приехали.'],
    ['de', 'Orlows und Moskaus Pläne sind bekannt.'],
    ['de', 'Die Pläne Igor Orlows sind bekannt.'],
    ['de', 'Der Fall Orlow ist bekannt.'],
    ['de', 'Das Weiße Haus und der Sprecher des Weißen Hauses schweigen.'],
    ['de', 'Wegen Moskaus schweigt Georgien.'],
    ['de', 'Den Präsidenten dankte der Präsident.'],
    ['ar', 'التقى الرئيسان أمس.'],
    ['ar', 'وصل رئيسا تركيا وجورجيا.'],
    ['ar', 'رسالة للأمم المتحدة.'],
    ['es', 'La ministra y los ministros llegaron.'],
    ['pt', 'A ministra e os ministros chegaram.'],
  ])('in %s is left alone where it may be right: %s', (locale, text) => {
    expect(enforced(locale, text)).toEqual({ text, issues: [] });
  });

  it('is repaired with a step in the provenance of the words', () => {
    const [unit] = enforceTerms(draftOf('ru', [[source, 'Перед Москва стоят.']]), terms).units;
    const steps = unit?.target.state === 'drafted' ? unit.target.provenance.steps : [];
    expect(steps).toEqual([{ did: 'repaired', by: 'termbase:moscow' }]);
  });

  it('is no matter of a sentence that is none', () => {
    const long = `${'слово '.repeat(400)}из Москва.`;
    expect(enforced('ru', long)).toEqual({ text: long, issues: [] });
  });

  it.each([
    ['Le président est arrivé.', 'Die Präsidentin ist angekommen.', 'said of a man'],
    ['La présidente est arrivée.', 'Die Präsidentin ist angekommen.', ''],
    ['Les présidents sont arrivés.', 'Der Präsident ist angekommen.', ''],
  ])('of %s: %s', (french, german, told) => {
    const [unit] = enforceTerms(draftOf('de', [[french, german]]), terms).units;
    const messages = unit?.issues.filter(({ check }) => check === 'term-case').map(({ message }) => message);
    expect(messages?.join('; ')).toContain(told);
    if (told === '') expect(messages).toEqual([]);
  });
});
