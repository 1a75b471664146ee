import { describe, expect, it } from 'vitest';
import type { ConceptType } from '../../src/model/term-hit.ts';
import type { Concept, Form, Term } from '../../src/termbase/concept.ts';
import { generatedForms } from '../../src/termbase/generate.ts';
import { parseForms } from '../../src/termbase/notation.ts';

function formsFrom(written: string): readonly Form[] {
  const reading = parseForms(written);
  if ('wrong' in reading) throw new Error(`${reading.wrong} is no form`);
  return reading.forms;
}

/** What is made of a term, written as the glossary writes it but without the question marks. */
function made(lang: string, type: ConceptType, text: string, listed = ''): string {
  const term: Term = { lang, text, status: 'preferred', match: 'forms', forms: formsFrom(listed) };
  const concept: Concept = { id: 'x', type, terms: [term] };
  return generatedForms(concept, term)
    .map((form) => `${form.label}=${form.text}`)
    .join('|');
}

describe('German', () => {
  it.each<[ConceptType, string, string, string?]>([
    ['person', 'Elif Kaya', 'gen=Elif Kayas|family-gen=Kayas', 'family=Kaya'],
    ['person', 'Max Weiß', 'gen=Max Weiß’|family-gen=Weiß’', 'family=Weiß'],
    ['person', 'Otto Lenz', 'gen=Otto Lenz’'],
    ['person', 'Karl III.', ''],
    ['place', 'Hannover', 'gen=Hannovers'],
    ['place', 'Tunis', 'gen=Tunis’'],
    ['place', 'Mongolei', ''],
    ['place', 'Schweiz', ''],
    ['place', 'Rotes Meer', 'def=Rote Meer|gen=Roten Meers|gen=Roten Meeres|dat=Roten Meer|acc=Rote Meer'],
    [
      'place',
      'Alter Markt',
      'def=Alte Markt|gen=Alten Markts|gen=Alten Marktes|dat=Alten Markt|acc=Alten Markt',
    ],
    [
      'organisation',
      'Bundesverfassungsgericht',
      'gen=Bundesverfassungsgerichts|gen=Bundesverfassungsgerichtes',
    ],
    ['organisation', 'Weltbank', ''],
    ['organisation', 'WHO', ''],
    ['place', 'Frankfurt am Main', ''],
    [
      'organisation',
      'Internationaler Gerichtshof',
      'def=Internationale Gerichtshof|gen=Internationalen Gerichtshofs|gen=Internationalen Gerichtshofes|dat=Internationalen Gerichtshof|acc=Internationalen Gerichtshof',
    ],
    [
      'event',
      'Paralympische Spiele',
      'def=Paralympischen Spiele|gen=Paralympischen Spiele|gen=Paralympischer Spiele|dat=Paralympischen Spielen|acc=Paralympischen Spiele',
    ],
    ['event', 'Wiener Kongress', 'gen=Wiener Kongresses'],
    [
      'title',
      'Botschafter',
      'gen=Botschafters|dat-pl=Botschaftern|fem=Botschafterin|fem-pl=Botschafterinnen',
    ],
    [
      'title',
      'Dirigent',
      'gen=Dirigenten|dat=Dirigenten|acc=Dirigenten|pl=Dirigenten|fem=Dirigentin|fem-pl=Dirigentinnen',
    ],
    ['title', 'Ministerium', 'gen=Ministeriums|pl=Ministerien'],
    ['common', 'Verhandlung', 'pl=Verhandlungen'],
    ['common', 'Parlament', ''],
  ])('%s %s', (type, text, expected, listed) => {
    expect(made('de', type, text, listed)).toBe(expected);
  });
});

describe('Spanish and Portuguese', () => {
  it.each<[string, ConceptType, string, string]>([
    ['es', 'title', 'embajador', 'pl=embajadores|fem=embajadora|fem-pl=embajadoras'],
    [
      'es',
      'title',
      'primer ministro',
      'pl=primeros ministros|fem=primera ministra|fem-pl=primeras ministras',
    ],
    [
      'es',
      'title',
      'secretario general',
      'pl=secretarios generales|fem=secretaria general|fem-pl=secretarias generales',
    ],
    [
      'es',
      'title',
      'ministro de Defensa',
      'pl=ministros de Defensa|fem=ministra de Defensa|fem-pl=ministras de Defensa',
    ],
    ['es', 'title', 'portavoz', 'pl=portavoces'],
    ['es', 'common', 'negociación', 'pl=negociaciones'],
    ['es', 'person', 'Ana Ruiz', ''],
    ['es', 'place', 'Ginebra', ''],
    ['pt', 'title', 'embaixador', 'pl=embaixadores|fem=embaixadora|fem-pl=embaixadoras'],
    [
      'pt',
      'title',
      'ministro da Defesa',
      'pl=ministros da Defesa|fem=ministra da Defesa|fem-pl=ministras da Defesa',
    ],
    ['pt', 'title', 'porta-voz', ''],
    ['pt', 'common', 'negociação', 'pl=negociações'],
    ['pt', 'common', 'cidadão', ''],
    ['pt', 'common', 'tribunal', 'pl=tribunais'],
  ])('%s %s %s', (lang, type, text, expected) => {
    expect(made(lang, type, text)).toBe(expected);
  });
});

/** The five cases after the nominative, as `gen dat acc ins pre`; `-` where a case is spelled like the nominative. */
function cases(type: ConceptType, text: string, listed = ''): string {
  const forms = new Map(
    made('ru', type, text, listed)
      .split('|')
      .map((form): [string, string] => {
        const [label = '', written = ''] = form.split('=');
        return [label, written];
      }),
  );
  return ['gen', 'dat', 'acc', 'ins', 'pre'].map((label) => forms.get(label) ?? '-').join(', ');
}

describe('Russian', () => {
  it.each<[string, string]>([
    [
      'Семён Кузнецов',
      'Семёна Кузнецова, Семёну Кузнецову, Семёна Кузнецова, Семёном Кузнецовым, Семёне Кузнецове',
    ],
    ['Юлия Никитина', 'Юлии Никитиной, Юлии Никитиной, Юлию Никитину, Юлией Никитиной, Юлии Никитиной'],
    ['Сергей Белый', 'Сергея Белого, Сергею Белому, Сергея Белого, Сергеем Белым, Сергее Белом'],
    ['Аркадий Гайдай', 'Аркадия Гайдая, Аркадию Гайдаю, Аркадия Гайдая, Аркадием Гайдаем, Аркадии Гайдае'],
    [
      'Ольга Чайковская',
      'Ольги Чайковской, Ольге Чайковской, Ольгу Чайковскую, Ольгой Чайковской, Ольге Чайковской',
    ],
    ['Вера Зимина', 'Веры Зиминой, Вере Зиминой, Веру Зимину, Верой Зиминой, Вере Зиминой'],
    ['Илья Муромский', 'Ильи Муромского, Илье Муромскому, Илью Муромского, Ильёй Муромским, Илье Муромском'],
    ['Лев Черных', 'Льва Черных, Льву Черных, Льва Черных, Львом Черных, Льве Черных'],
    [
      'Жан-Поль Бернар',
      'Жан-Поля Бернара, Жан-Полю Бернару, Жан-Поля Бернара, Жан-Полем Бернаром, Жан-Поле Бернаре',
    ],
    ['Анна Бернар', 'Анны Бернар, Анне Бернар, Анну Бернар, Анной Бернар, Анне Бернар'],
    ['Джорджо Росси', '-, -, -, -, -'],
    [
      'Владимир Короленко',
      'Владимира Короленко, Владимиру Короленко, Владимира Короленко, Владимиром Короленко, Владимире Короленко',
    ],
    ['Игнат Глинка', 'Игната Глинки, Игнату Глинке, Игната Глинку, Игнатом Глинкой, Игнате Глинке'],
    ['Мишель Дюбуа', '-, -, -, -, -'],
    ['Ким Чен', '-, -, -, -, -'],
    ['Шарль де Голль', 'Шарля де Голля, Шарлю де Голлю, Шарля де Голля, Шарлем де Голлем, Шарле де Голле'],
    ['Пьер Безухов', 'Пьера Безухова, Пьеру Безухову, Пьера Безухова, Пьером Безуховым, Пьере Безухове'],
    [
      'Николай Римский-Корсаков',
      'Николая Римского-Корсакова, Николаю Римскому-Корсакову, Николая Римского-Корсакова, Николаем Римским-Корсаковым, Николае Римском-Корсакове',
    ],
    ['Любовь Орлова', 'Любови Орловой, Любови Орловой, Любовь Орлову, Любовью Орловой, Любови Орловой'],
    ['Иван Кравец', '-, -, -, -, -'],
  ])('person %s', (text, expected) => {
    expect(cases('person', text)).toBe(expected);
  });

  it.each<[ConceptType, string, string]>([
    ['place', 'Казань', 'Казани, Казани, -, Казанью, Казани'],
    ['place', 'Марсель', 'Марселя, Марселю, -, Марселем, Марселе'],
    ['place', 'Будапешт', 'Будапешта, Будапешту, -, Будапештом, Будапеште'],
    ['place', 'Китай', 'Китая, Китаю, -, Китаем, Китае'],
    ['place', 'Рига', 'Риги, Риге, Ригу, Ригой, Риге'],
    ['place', 'Ницца', 'Ниццы, Ницце, Ниццу, Ниццей, Ницце'],
    ['place', 'Ханой', 'Ханоя, Ханою, -, Ханоем, Ханое'],
    ['place', 'Грозный', 'Грозного, Грозному, -, Грозным, Грозном'],
    ['place', 'Чикаго', '-, -, -, -, -'],
    ['place', 'Сочи', '-, -, -, -, -'],
    ['place', 'Альпы', 'Альп, Альпам, -, Альпами, Альпах'],
    ['place', 'Южная Корея', 'Южной Кореи, Южной Корее, Южную Корею, Южной Кореей, Южной Корее'],
    [
      'place',
      'Нижний Новгород',
      'Нижнего Новгорода, Нижнему Новгороду, -, Нижним Новгородом, Нижнем Новгороде',
    ],
    ['place', 'Каспийское море', 'Каспийского моря, Каспийскому морю, -, Каспийским морем, Каспийском море'],
    [
      'place',
      'Санкт-Петербург',
      'Санкт-Петербурга, Санкт-Петербургу, -, Санкт-Петербургом, Санкт-Петербурге',
    ],
    [
      'place',
      'Объединённые Арабские Эмираты',
      'Объединённых Арабских Эмиратов, Объединённым Арабским Эмиратам, -, Объединёнными Арабскими Эмиратами, Объединённых Арабских Эмиратах',
    ],
    ['place', 'Владивосток', 'Владивостока, Владивостоку, -, Владивостоком, Владивостоке'],
    ['organisation', 'ЮНЕСКО', '-, -, -, -, -'],
    [
      'organisation',
      'Всемирный банк',
      'Всемирного банка, Всемирному банку, -, Всемирным банком, Всемирном банке',
    ],
    ['organisation', 'Совет Европы', 'Совета Европы, Совету Европы, -, Советом Европы, Совете Европы'],
    [
      'organisation',
      'Государственная дума',
      'Государственной думы, Государственной думе, Государственную думу, Государственной думой, Государственной думе',
    ],
    ['organisation', 'Нью-Йорк Таймс', '-, -, -, -, -'],
    ['event', 'Кубок мира', 'Кубка мира, Кубку мира, -, Кубком мира, Кубке мира'],
    ['title', 'посол', 'посла, послу, посла, послом, после'],
    ['title', 'управляющий', 'управляющего, управляющему, управляющего, управляющим, управляющем'],
    [
      'title',
      'заместитель министра',
      'заместителя министра, заместителю министра, заместителя министра, заместителем министра, заместителе министра',
    ],
    ['common', 'перемирие', 'перемирия, перемирию, -, перемирием, перемирии'],
  ])('%s %s', (type, text, expected) => {
    expect(cases(type, text)).toBe(expected);
  });

  it('takes the gender of a person from a listed form', () => {
    expect(cases('person', 'Доминик Лоран', 'gen=Доминик Лоран')).toBe('-, -, -, -, -');
    expect(cases('person', 'Доминик Лоран', 'gen=Доминика Лорана')).toBe(
      '-, Доминику Лорану, Доминика Лорана, Домиником Лораном, Доминике Лоране',
    );
  });
});
