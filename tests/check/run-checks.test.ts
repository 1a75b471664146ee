import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import { runChecks, runChecksAcross } from '../../src/check/run-checks.ts';
import type { Dispatch } from '../../src/model/dispatch.ts';
import type { Draft, Unit } from '../../src/model/draft.ts';
import type { Issue } from '../../src/model/issue.ts';
import { type Fixture, termbase, unitOf } from './fixture.ts';

const dispatch: Dispatch = {
  id: 'essai',
  locale: 'fr',
  raw: '',
  encoding: 'utf-8',
  bom: false,
  header: { status: 'usable' },
  paragraphs: [],
  version: 1,
};

function draftOf(fixtures: readonly Fixture[], dateline?: Unit): Draft {
  const locale = fixtures[0]?.[0] ?? 'en';
  return { dispatch, locale, ...(dateline && { dateline }), units: fixtures.map(unitOf), removed: [] };
}

const bad: Fixture = ['en', 'Il a dit : « 30.000 ».', 'He said: "3,000".'];

describe('running the checks', () => {
  it('lists the issues of a unit in the order of the checks, the same every time', () => {
    const once = runChecks(draftOf([bad]), { termbase });
    expect(once.units[0]?.issues.map((issue) => issue.check)).toEqual([
      'number-missing',
      'number-extra',
      'quote-style',
    ]);
    expect(runChecks(once, { termbase })).toEqual(once);
  });

  it('drops what no longer holds and keeps what other rooms have found', () => {
    const place: Issue = { check: 'dateline-place', severity: 'warning', message: 'not known' };
    const old: Issue = { check: 'quote-style', severity: 'warning', message: 'long mended' };
    const unit = { ...unitOf(['en', 'Non.', 'No.']), issues: [old, place] };
    const draft = { ...draftOf([]), dateline: unit, units: [unit] };
    const checked = runChecks(draft, { termbase });
    expect(checked.units[0]?.issues).toEqual([place]);
    expect(checked.dateline?.issues).toEqual([place]);
  });

  it('runs only the checks it is given and takes the issues of the others away', () => {
    const all = runChecks(draftOf([bad]), { termbase });
    const some = checks.filter((check) => check.id === 'quote-style');
    expect(runChecks(all, { termbase, checks: some }).units[0]?.issues.map(({ check }) => check)).toEqual([
      'quote-style',
    ]);
    expect(runChecks(all, { termbase, checks: [] }).units[0]?.issues).toEqual([]);
  });

  it('finds what only the units of a draft together can tell, beside what each of them has', () => {
    const draft = draftOf([
      ['en', 'La trêve a échoué.', 'The truce has failed.'],
      ['en', 'La trêve a échoué.', 'The truce  failed.'],
    ]);
    const found = runChecks(draft, { termbase }).units.map(({ issues }) => issues.map(({ check }) => check));
    expect(found).toEqual([['inconsistent-target'], ['inconsistent-target', 'double-blank']]);
  });

  it('finds across drafts what none of them has alone, and drops it when it is mended', () => {
    const tools = { termbase };
    const [one, other] = [
      draftOf([['en', 'La trêve a échoué.', 'The truce has failed.']]),
      draftOf([
        ['en', 'La trêve a échoué.', 'The truce  failed.'],
        ['en', 'Il est mort.', 'He died.'],
      ]),
    ].map((draft) => runChecks(draft, tools));
    if (!one || !other) throw new Error('two drafts');
    expect(one.units.flatMap(({ issues }) => issues)).toEqual([]);
    const across = runChecksAcross([one, other], tools);
    const ids = across.map((draft) => draft.units.map(({ issues }) => issues.map(({ check }) => check)));
    expect(ids).toEqual([[['inconsistent-target']], [['double-blank', 'inconsistent-target'], []]]);
    const mended = { ...other, units: other.units.slice(1) };
    expect(runChecksAcross([...across.slice(0, 1), mended], tools)).toEqual([one, mended]);
    expect(runChecksAcross([], tools)).toEqual([]);
  });

  it('says of a sentence across drafts what its own draft says of it', () => {
    const [one, other] = [
      draftOf([['en', 'La trêve a échoué.', 'The ceasefire failed.']]),
      draftOf([
        ['en', 'La trêve a échoué.', 'The truce failed.'],
        ['en', 'La trêve a échoué.', 'The truce has failed.'],
      ]),
    ].map((draft) => runChecks(draft, { termbase }));
    if (!one || !other) throw new Error('two drafts');
    const [, across] = runChecksAcross([one, other], { termbase });
    expect(across).toEqual(other);
    expect(across?.units[0]?.issues).toMatchObject([{ message: expect.stringContaining('The truce has') }]);
  });

  it('lets a dateline be that a rule wrote by the house table', () => {
    const unit = unitOf(['es', 'Madrid, 21 oct 2020 (AFP) -', 'Madrid, 21 oct (AFP) -']);
    const dateline = { ...unit, segment: { ...unit.segment, id: 'dateline' } };
    expect(runChecks(draftOf([['es', 'Non.', 'No.']], dateline), { termbase }).dateline?.issues).toEqual([]);
  });
});

describe('correct translations raise nothing', () => {
  const correct: readonly Fixture[] = [
    [
      'en',
      'Le séisme de magnitude 6,2, survenu à 4h12, a fait 31 morts et 1.200 blessés, dont deux enfants.',
      'The 6.2-magnitude quake, which struck at 4:12 am, killed 31 people and injured 1,200, including two children.',
    ],
    [
      'de',
      'Le séisme de magnitude 6,2, survenu à 4h12, a fait 31 morts et 1.200 blessés, dont deux enfants.',
      'Bei dem Beben der Stärke 6,2 um 4.12 Uhr starben 31 Menschen, 1200 wurden verletzt, darunter zwei Kinder.',
    ],
    [
      'es',
      'Le séisme de magnitude 6,2, survenu à 4h12, a fait 31 morts et 1.200 blessés, dont deux enfants.',
      'El sismo de magnitud 6,2, registrado a las 4H12, dejó 31 muertos y 1.200 heridos, entre ellos dos niños.',
    ],
    [
      'pt',
      'Le séisme de magnitude 6,2, survenu à 4h12, a fait 31 morts et 1.200 blessés, dont deux enfants.',
      'O sismo de magnitude 6,2, registado às 4h12, fez 31 mortos e 1.200 feridos, entre os quais duas crianças.',
    ],
    [
      'ar',
      'Le séisme de magnitude 6,2, survenu à 4h12, a fait 31 morts et 1.200 blessés, dont deux enfants.',
      'وأسفر الزلزال الذي بلغت قوته 6,2 درجات ووقع عند الساعة 4,12 عن مقتل 31 شخصا وإصابة 1200 آخرين بينهم طفلان.',
    ],
    [
      'en',
      '"Avons-nous le choix ?", a-t-elle lancé, avant de conclure : « Non, et c’est le 3e échec en 18 mois. »',
      '“Do we have a choice?” she asked, before concluding: “No, and it is the third failure in 18 months.”',
    ],
    [
      'de',
      '"Avons-nous le choix ?", a-t-elle lancé, avant de conclure : « Non, et c’est le 3e échec en 18 mois. »',
      '„Haben wir eine Wahl?“, fragte sie und schloss: „Nein, und es ist der dritte Fehlschlag in 18 Monaten.“',
    ],
    [
      'es',
      'Le PIB a reculé de 0,3 % au 2e trimestre, à 634,8 milliards d’euros, selon l’Insee.',
      'El PIB retrocedió un 0,3% en el segundo trimestre, hasta 634.800 millones de euros, según el Insee.',
    ],
    [
      'pt',
      'Le PIB a reculé de 0,3 % au 2e trimestre, à 634,8 milliards d’euros, selon l’Insee.',
      'O PIB recuou 0,3% no segundo trimestre, para 634,8 mil milhões de euros, segundo o Insee.',
    ],
    [
      'ar',
      'Le PIB a reculé de 0,3 % au 2e trimestre, à 634,8 milliards d’euros, selon l’Insee.',
      'وتراجع إجمالي الناتج المحلي بنسبة 0,3% في الفصل الثاني إلى 634,8 مليار يورو بحسب المعهد الوطني للإحصاء.',
    ],
    [
      'en',
      'Elle s’est imposée 6-4, 3-6, 7-5 en 2h41 face à la 12e mondiale.',
      'She won 6-4, 3-6, 7-5 in 2hr 41min against the world number 12.',
    ],
    [
      'de',
      'Elle s’est imposée 6-4, 3-6, 7-5 en 2h41 face à la 12e mondiale.',
      'Sie siegte in 2:41 Stunden mit 6:4, 3:6, 7:5 gegen die Weltranglistenzwölfte oder, genauer, die Nummer 12.',
    ],
    [
      'ar',
      'Le match, prévu le 1er février à 20h00 GMT, opposera les deux premiers du groupe 2.',
      'وتقام المباراة في الأول من شباط/فبراير عند الساعة 20,00 ت غ بين صاحبي المركزين الأول والثاني في المجموعة الثانية.',
    ],
    [
      'es',
      'Les prix ont grimpé de 10 à 12 % dans les années 1970, puis de 4 % de 1980 à 1985.',
      'Los precios subieron entre un 10 y un 12% en los años setenta, y después un 4% de 1980 a 1985.',
    ],
    [
      'pt',
      'À 18 ans, il a parcouru 1.500 km (soit 932 miles) en 24 heures.',
      'Aos 18 anos, percorreu 1.500 km (932 milhas) em 24 horas.',
    ],
    [
      'en',
      'Quelque 2 500 pompiers, 48 avions et 3.000 soldats luttent depuis 72 heures contre l’incendie.',
      'Some 2,500 firefighters, 48 aircraft and 3,000 soldiers have been battling the blaze for three days.',
    ],
  ];

  it.each(correct.map((fixture) => ({ fixture })))('$fixture', ({ fixture }) => {
    expect(runChecks(draftOf([fixture]), { termbase }).units[0]?.issues).toEqual([]);
  });
});
