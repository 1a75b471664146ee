import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { physicalLines } from '../../src/wire/physical-lines.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';
import { type ReflowedParagraph, reflow } from '../../src/wire/reflow.ts';
import { decoded, textsOf, wrap } from './reading.ts';

const story = [
  'La préfecture du Finistère a levé mardi matin les interdictions de circuler qui frappaient depuis dimanche soir les abords du port de commerce de Brest.',
  'Les premiers bateaux ont quitté la rade vers 8h30. Aucun blessé n’a été signalé, selon les pompiers.',
  '« Nous avons eu de la chance », a résumé le directeur du port, M. Yann Le Goff, en montrant les grues que le vent avait déplacées de plusieurs mètres.',
  'Les dégâts sont estimés à 3,4 millions d’euros. Ils seront pris en charge pour moitié par la région.',
  'Une nouvelle dépression est attendue jeudi au large de l’Irlande.',
];

const textOf = ({ lines }: ReflowedParagraph): string => lines.map(({ text }) => text).join(' ');
const flowed = (raw: string): string[] => reflow(physicalLines(raw)).map(textOf);
const kinds = (raw: string): string[] => reflow(physicalLines(raw)).map(({ kind }) => kind);

describe('every layout gives the same paragraphs', () => {
  const wrapped = story.map((paragraph) => wrap(paragraph, 72));

  it.each(['\n', '\r\n', '\r'])('with line ends %j', (end) => {
    const single = wrapped.flat().join(end);
    const layouts = {
      single,
      double: wrapped.flat().join(end + end),
      blankLine: wrapped.map((lines) => lines.join(end)).join(end + end),
      doubleAndMore: wrapped.map((lines) => lines.join(end + end)).join(end + end + end),
      indented: wrapped.map((lines) => `   ${lines.join(end)}`).join(end),
      indentedByNbsp: wrapped.map((lines) => `\u00a0\u00a0${lines.join(`${end}`)}`).join(end),
      unwrapped: story.join(end),
      unwrappedDouble: story.join(end + end),
    };
    for (const raw of Object.values(layouts)) expect(flowed(raw)).toEqual(story);
  });

  it('a margin before every line says nothing', () => {
    expect(
      flowed(
        wrapped
          .flat()
          .map((line) => `    ${line}`)
          .join('\n'),
      ),
    ).toEqual(story);
  });

  it('a layout can be forced', () => {
    const raw = wrapped.map((lines) => lines.join('\n')).join('\n\n');
    const forced = reflow(physicalLines(raw.replace('8h30. Aucun', '8h30.\nAucun')), 'width');
    expect(forced.map(textOf)).toContain('Les premiers bateaux ont quitté la rade vers 8h30.');
  });
});

it('layout that marks paragraphs is believed before the width of the lines', () => {
  const raw =
    'Un premier point.\nUn deuxième, plus long que le premier point,\nvient ensuite.\n\nPuis la fin arrive\nà son tour.';
  expect(flowed(raw)).toEqual([
    'Un premier point. Un deuxième, plus long que le premier point, vient ensuite.',
    'Puis la fin arrive à son tour.',
  ]);
});

it('no paragraph ends inside a sentence: at an abbreviation, an initial, or a question that is quoted', () => {
  const text =
    'Le tribunal de Brest a entendu lundi M. Le Goff, Mme Kervadec et le témoin J.-P. Morvan, qui avait crié « Arrêtez ! » puis « Où est M. Le Roux ? » à ses deux collègues MM. Abgrall et Cadiou, avant que A. Salaün (qui présidait) lève la séance.';
  for (let width = 30; width <= 90; width += 1) {
    expect(flowed(wrap(text, width).join('\n'))).toEqual([text]);
  }
});

it('a short line ends a paragraph without a stop only where all lines that go on are filled', () => {
  const [first = '', second = ''] = story;
  const open = `${first} Il a parlé de "renaissance"`;
  for (const width of [68, 74, 80]) {
    expect(
      flowed([open, ...story.slice(1), ...story].flatMap((text) => wrap(text, width)).join('\n')),
    ).toContain(open);
  }
  const ragged = wrap(open, 60).flatMap((line, at) => wrap(line, at % 2 === 0 ? 60 : 40));
  expect(flowed([...ragged, ...wrap(second, 60)].join('\n'))).not.toContain(open);
});

describe('a full line that ends a sentence', () => {
  const width = 70;
  const rest = story.slice(1).flatMap((text) => wrap(text, width));
  /** The first two paragraphs of a story whose lead is wrapped and ends in column 70, and which goes on with `next`. */
  const opening = (lead: readonly string[], next: string): string[] =>
    flowed([...lead, ...wrap(next, width), ...rest].join('\n')).slice(0, 2);

  it('ends the lead, which has one sentence', () => {
    const lead = [
      'La préfecture du Finistère a levé mardi matin, après deux jours, les',
      'interdictions de circuler qui frappaient les abords du port de Brest.',
    ];
    const next = 'Les premiers bateaux ont quitté la rade vers 8h30, ont dit les pompiers.';
    expect(opening(lead, next)).toEqual([lead.join(' '), next]);
  });

  it.each([
    ['"', '"'],
    ['« ', ' »'],
    ['“', '”'],
  ])('ends nothing inside a quotation: %s %s', (open, close) => {
    const said = [
      `Le maire l’a redit, et il pèse ses mots. ${open}Nous n’avons plus`.padEnd(67, '!'),
      'que nos yeux pour pleurer, et la rade est vide comme un jour de fête.',
    ];
    const next = `Tout est à refaire, et il faudra des mois pour rouvrir le quai de la criée${close}, a-t-il dit.`;
    const [first] = story;
    const raw = [...wrap(first ?? '', width), ...said, ...wrap(next, width), ...rest].join('\n');
    expect(flowed(raw)).toContain(`${said.join(' ')} ${next}`);
  });
});

it('a year in parentheses behind a title goes on with the sentence', () => {
  const text =
    'La romancière avait publié une trentaine de livres, dont « Qui a peur du noir ? » (1956), « Halte ! » (1962) et « Où va le vent ? » (1971), que la critique avait tous salués.';
  for (let width = 30; width <= 90; width += 1) expect(flowed(wrap(text, width).join('\n'))).toEqual([text]);
});

it('a time at the end of a line ends a paragraph, the number of an item does not', () => {
  const flight = `${story[2]} Le vol devait gagner l’île en 1 h. 30.`;
  const ranks = `${story[3]} Classement : 1. Brest, 15 points; 2. Concarneau, 14; 3. Audierne, 13; 4. Landéda, 12.`;
  for (let width = 60; width <= 90; width += 1) {
    const lines = [story[0] ?? '', flight, ranks, story[0] ?? ''].flatMap((text) => wrap(text, width));
    const found = flowed(lines.join('\n'));
    expect(found).toContain(flight);
    expect(found.some((text) => /;\s\d\.$/u.test(text))).toBe(false);
  }
});

it('an initial at the end of a line ends a paragraph where a sentence begins below', () => {
  const [first = ''] = story;
  const ends = `${story[1]} « Nul ne sait », a dit l’adjoint au maire, Yann L.`;
  for (let width = 60; width <= 90; width += 1) {
    const raw = [first, ends, ...story.slice(2)].flatMap((text) => wrap(text, width)).join('\n');
    expect(flowed(raw)).toEqual([first, ends, ...story.slice(2)]);
  }
});

describe('kinds', () => {
  it('a heading is a short line without a stop, and so is an intertitle', () => {
    const [first = '', second = ''] = story;
    const raw = [...wrap(first, 70), 'Dégâts limités', ...wrap(second, 70), '- Et demain -', story[4]].join(
      '\n',
    );
    expect(kinds(raw)).toEqual(['body', 'headline', 'body', 'headline', 'body']);
  });

  it('items of a list are paragraphs, their second lines are not', () => {
    const raw = [
      ...wrap(`${story[0]} Voici les principales mesures qui ont été annoncées :`, 70),
      ...wrap(
        '- la réouverture complète du port de commerce et de toutes ses grues avant la fin du mois',
        70,
      ),
      '- une aide aux pêcheurs',
      '• un fonds pour les communes',
      story[4],
    ].join('\n');
    expect(kinds(raw)).toEqual(['body', 'list', 'list', 'list', 'body']);
  });

  it('items without a stop are told from the width of the text alone', () => {
    const items = [
      '- Prix de la mise en scène : Kerstin L. pour « Les Amants du phare »',
      '- Prix du scénario : Colin K. pour « Le Disciple » (Inde)',
    ];
    for (let width = 68; width <= 80; width += 1) {
      const raw = [
        ...wrap([...story, ...story].join(' '), width),
        'Le palmarès :',
        ...items,
        ...wrap(story[3] ?? '', width),
      ];
      expect(flowed(raw.join('\n')).slice(-3)).toEqual([...items, story[3]]);
    }
  });

  it('numbers that go on make a list, a number at the beginning of a line does not', () => {
    const classement = [
      'Classement du rallye des Abers, disputé dimanche autour de Landéda (Finistère) :',
      '1. Yann Berthaud (FRA/Rossa) les 306,5 km en 4 h 30:05.3',
      '2. Nils Lindqvist (SUE/Stern) à 20.9',
      '3. Marc Moreau (BEL/Stern) à 56.4',
      'Abandon : Jan Tvrdý (TCH)',
      ...story,
    ];
    for (let width = 68; width <= 80; width += 1) {
      expect(flowed(classement.flatMap((text) => wrap(text, width)).join('\n'))).toEqual(classement);
    }
    const counted = [
      'Les secours ont cherché jusqu’à la nuit les pêcheurs, qui étaient au moins',
      '12. Deux sont encore portés disparus, a dit le préfet mardi.',
    ];
    expect(kinds([...counted, ...wrap(story[0] ?? '', 74)].join('\n'))).not.toContain('list');
  });

  it('a list is told in the shortest copy', () => {
    expect(
      kinds('Voici les principales dates de la semaine :\n- 3 mai : fête\n- 4 mai : rien\nLe maire sourit.'),
    ).toEqual([...['body', 'list', 'list', 'body']]);
  });

  it('a dash at the beginning of a wrapped line makes no list', () => {
    const raw =
      'Le directeur du port, un homme de la région qui connaît bien la rade\n– il y est né –, a promis la réouverture.';
    expect(kinds(raw)).toEqual(['body']);
  });

  it('a table is one block', () => {
    const raw = `${story[4]}\n\nClassement :\n\n1. Berthaud     FRA   4h12\n2. Lindqvist    SUE   4h13\n3. Moreau       BEL   4h15\n\n${story[3]}`;
    const paragraphs = reflow(physicalLines(raw));
    expect(paragraphs.map(({ kind }) => kind).filter((kind) => kind === 'table')).toHaveLength(1);
    expect(paragraphs.find(({ kind }) => kind === 'table')?.lines).toHaveLength(3);
  });

  it.each(['clv-mh/bdl', 'bur/alf/ial', 'NNNN'])('a sign-off stands apart: %s', (signOff) => {
    expect(kinds(`${wrap(story[0] ?? '', 70).join('\n')}\n${signOff}`)).toEqual(['body', 'signoff']);
  });
});

it('every end of a paragraph but the last has a reason and a confidence', () => {
  const paragraphs = reflow(physicalLines(story.flatMap((text) => wrap(text, 72)).join('\n')));
  expect(paragraphs.at(-1)?.ending).toBeUndefined();
  for (const { ending } of paragraphs.slice(0, -1)) {
    expect(['next-word-fits', 'full-line']).toContain(ending?.reason);
    expect(ending?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(ending?.confidence).toBeLessThan(1);
  }
});

it('a confidence is a probability in paragraphs of any length', () => {
  const filled = 'Le port de Brest a rouvert ses quais mardi. Il faisait beau ce jour-là.';
  const wrapped = 'Le port de Brest a rouvert ses quais mardi, et il faisait beau ce jour';
  const raw = `${`${wrapped}\nlà encore. Un mot. Un autre mot. Une phrase. Une autre phrase de plus et\n`.repeat(300)}${filled}\n${wrapped}\nlà.`;
  for (const { ending } of reflow(physicalLines(raw))) {
    expect(ending?.confidence ?? 0.5).toBeGreaterThanOrEqual(0.5);
    expect(ending?.confidence ?? 0.5).toBeLessThanOrEqual(1);
  }
});

/** Where each text ends, in characters that are no blanks. */
function ends(texts: readonly string[]): Set<number> {
  let size = 0;
  return new Set(
    texts.map((text) => {
      size += text.replace(/\s/gu, '').length;
      return size;
    }),
  );
}

it('golden dispatches wrapped at 68 to 80 columns keep 95 % of their paragraph ends, and no sentence breaks', () => {
  const counts = { right: 0, wrong: 0, missed: 0, insideSentence: 0 };
  for (const name of readdirSync('tests/golden')) {
    const { paragraphs, dateline } = JSON.parse(readFileSync(`tests/golden/${name}/gold.json`, 'utf8'));
    const sentenceEnds = ends(paragraphs.flat());
    const gold = paragraphs.map((sentences: string[]) => sentences.join(' '));
    const goldEnds = ends(gold);
    for (let width = 68; width <= 80; width += 1) {
      for (const gap of ['\n', '\n\n']) {
        const [first, ...others] = gold;
        const lines = [`${dateline.text} ${first}`, ...others].flatMap((text) => wrap(text, width));
        const found = ends(
          textsOf(readPlainText(decoded(['date 2020-10 ATTENTION ///', ...lines].join(gap)))),
        );
        counts.right += [...found].filter((end) => goldEnds.has(end)).length;
        counts.missed += [...goldEnds].filter((end) => !found.has(end)).length;
        counts.wrong += [...found].filter((end) => !goldEnds.has(end)).length;
        counts.insideSentence += [...found].filter((end) => !sentenceEnds.has(end)).length;
      }
    }
  }
  expect(counts.insideSentence).toBe(0);
  expect(counts.right / (counts.right + counts.missed)).toBeGreaterThan(0.95);
  expect(counts.right / (counts.right + counts.wrong)).toBeGreaterThan(0.95);
});
