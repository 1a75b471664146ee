import { describe, expect, it } from 'vitest';
import { languageToolStyle, omegatStyle } from '../segment/foreign-files.ts';
import { temporaryProject } from './temporary-project.ts';

const copy = 'date 2021-05\n\nBrest, 3 mai 2021 (AFP) - Un; deux. Trois\nquatre.\n';

const semicolons = `<srx version="2.0"><header/><body>
<languagerules><languagerule languagerulename="Tous">
<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="Tous"/></maprules>
</body></srx>`;

describe('segment', () => {
  it('gives a sentence a line, by our rules', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', copy);
    const { exitCode, out, err } = await project.run('segment', 'a.txt');
    expect({ exitCode, out, err }).toEqual({ exitCode: 0, out: 'Un; deux.\nTrois quatre.\n', err: '' });
  });

  it('cuts by the rules a user brings, and names them', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', copy);
    await project.write('mine.srx', semicolons);
    const { out } = await project.run('segment', 'a.txt', '--srx', 'mine.srx', '--format', 'json');
    const { paragraphs } = JSON.parse(out);
    expect(paragraphs[0].segments).toMatchObject([
      { text: 'Un;', rule: 'Tous:1' },
      { text: 'deux. Trois quatre.' },
    ]);
  });

  it('refuses rules that do not hold, with their place', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', copy);
    await project.write('mine.srx', semicolons.replace('break="yes"', 'break="maybe"'));
    const { exitCode, err } = await project.run('segment', 'a.txt', '--srx', 'mine.srx');
    expect(exitCode).toBe(2);
    expect(err).toContain('mine.srx:3:');
  });

  it('takes each line for a paragraph and looks for no header where it is told so', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', copy);
    const { out } = await project.run('segment', 'a.txt', '--no-reflow');
    expect(out).toBe('date 2021-05\n\nBrest, 3 mai 2021 (AFP) - Un; deux.\nTrois\n\nquatre.\n');
  });

  it('says so where it has no rules of its own for a language', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', 'Een. Twee.\n');
    const { out, err } = await project.run('segment', 'a.txt', '--lang', 'nl', '--no-reflow');
    expect(out).toBe('Een.\nTwee.\n');
    expect(err).toContain('Intl.Segmenter');
    const json = await project.run('segment', 'a.txt', '--lang', 'nl', '--no-reflow', '--json');
    expect(JSON.parse(json.out).segmentation).toEqual({
      origin: 'intl',
      locale: 'nl',
      quotations: 'split',
      warnings: [],
    });
  });

  it('keeps a quotation whole before its attribution where it is told so', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', '« Un. Deux ! », dit-il. Trois.\n');
    const split = await project.run('segment', 'a.txt', '--no-reflow');
    expect(split.out).toBe('« Un.\nDeux ! », dit-il.\nTrois.\n');
    const keep = await project.run('segment', 'a.txt', '--no-reflow', '--quotes', 'keep');
    expect(keep.out).toBe('« Un. Deux ! », dit-il.\nTrois.\n');
  });
});

describe('segment --explain', () => {
  const wrapped = 'Brest, 3 mai 2021 (AFP) - Selon M. Roy, tout\nva bien. « Un. Deux », dit-il.\n';

  it('shows every place at which a rule would cut, and the exception where one held', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', wrapped);
    const { exitCode, out } = await project.run('segment', 'a.txt', '--explain', '--quotes', 'keep');
    expect(exitCode).toBe(0);
    expect(out.replace(/ {2,}/gu, '  ').split('\n')).toEqual([
      '1 body',
      '  held  fr-title:1, against fr-stop:1  Selon M. ¦ Roy, tout va bien. « Un',
      '  cut  fr-stop:1  on M. Roy, tout va bien. ¦ « Un. Deux », dit-il.',
      '  held  quotation-kept, against fr-stop:1  Roy, tout va bien. « Un. ¦ Deux », dit-il.',
      '',
    ]);
  });

  it('gives machines the same facts, with offsets into the raw text', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', wrapped);
    const { out } = await project.run('segment', 'a.txt', '--explain', '--json');
    const { segmentation, paragraphs } = JSON.parse(out);
    expect(segmentation).toMatchObject({ origin: 'srx', locale: 'fr', quotations: 'split' });
    expect(paragraphs).toEqual([
      {
        kind: 'body',
        text: 'Selon M. Roy, tout va bien. « Un. Deux », dit-il.',
        places: [
          { at: 8, offset: wrapped.indexOf(' Roy'), rule: 'fr-stop:1', exception: 'fr-title:1' },
          { at: 27, offset: wrapped.indexOf(' « Un'), rule: 'fr-stop:1' },
          { at: 33, offset: wrapped.indexOf(' Deux'), rule: 'fr-stop:1' },
        ],
      },
    ]);
  });

  it('says so where no rule would cut, and where none is asked', async () => {
    const project = await temporaryProject();
    await project.write(
      'a.txt',
      'Le port. Et la mer\n\nBrest, 3 mai 2021 (AFP) - Le port a rouvert mardi.\n',
    );
    const { out } = await project.run('segment', 'a.txt', '--explain');
    expect(out).toBe('1 headline\n  whole: no rule is asked\n\n2 body\n  no rule would cut here\n');
  });
});

describe('how paragraphs are told', () => {
  const story =
    'Brest, 3 mai 2021 (AFP) - Le port de commerce de Brest\na rouvert.\n\nDeux cargos attendent au large\nde Roscoff.\n';

  it('is explained: why each ends, how sure that is, and what it was told from', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', story);
    const { out } = await project.run('segment', 'a.txt', '--explain');
    expect(out.replace(/ {2,}/gu, '  ').split('\n')).toEqual([
      '1 body',
      '  no rule would cut here',
      '  ends  blank-line, 99 %  blank lines below: 1, inside a paragraph: 0',
      '',
      '2 body',
      '  no rule would cut here',
      '',
    ]);
    const json = await project.run('segment', 'a.txt', '--explain', '--format', 'json');
    expect(JSON.parse(json.out).paragraphs[0].ending).toMatchObject({
      reason: 'blank-line',
      confidence: 0.99,
      evidence: { sentenceEnds: 'yes', gap: 1, usualGap: 0 },
    });
  });

  it('can be said on the command line and in the configuration', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', story);
    const byLine =
      'Le port de commerce de Brest\n\na rouvert.\n\nDeux cargos attendent au large\n\nde Roscoff.\n';
    expect((await project.run('segment', 'a.txt', '--reflow', 'line')).out).toBe(byLine);
    await project.write(
      'depeche.config.json',
      '{ "source": "fr", "targets": ["en"], "wire": { "reflow": "line" } }',
    );
    expect((await project.run('segment', 'a.txt')).out).toBe(byLine);
    const auto = await project.run('segment', 'a.txt', '--reflow', 'auto');
    expect(auto.out).toBe(
      'Le port de commerce de Brest a rouvert.\n\nDeux cargos attendent au large de Roscoff.\n',
    );
    expect((await project.run('segment', 'a.txt', '--reflow', 'guess')).exitCode).toBe(2);
  });

  it('a table of results is whole, a row a segment, and the sign-off no part of the last sentence', async () => {
    const project = await temporaryProject();
    const rows = ['Brest - Nantes 3-1', 'Lille - Metz 0-2', 'Lyon - Nice 1-1'];
    await project.write(
      'a.txt',
      `Brest, 3 mai 2021 (AFP) - Résultats de la journée :\n${rows.join('\n')}\nLe port est fermé. bur-abc/def\n`,
    );
    const { out } = await project.run('segment', 'a.txt');
    expect(out).toBe(
      `Résultats de la journée :\n\n${rows.join('\n')}\n\nLe port est fermé.\n\nbur-abc/def\n`,
    );
  });
});

describe('rules in the manner of other tools', () => {
  it('run, and what is not exact is told by rule, to people and to machines', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', 'Selon M. Roy, env. 30 km. « Vrai ? » Oui.\n');
    await project.write('mine.srx', languageToolStyle);
    const { out, err } = await project.run('segment', 'a.txt', '--no-reflow', '--srx', 'mine.srx');
    expect(out).toBe('Selon M. Roy, env. 30 km.\n« Vrai ? » Oui.\n');
    expect(err).toMatch(/^depeche: mine\.srx:15: French:5: possessive/u);
    const json = await project.run('segment', 'a.txt', '--no-reflow', '--srx', 'mine.srx', '--json');
    expect(JSON.parse(json.out).segmentation).toMatchObject({
      origin: 'srx',
      srx: 'mine.srx',
      warnings: [{ rule: 'French:5', line: 15 }],
    });
  });

  it('are explained with the names of their own rules', async () => {
    const project = await temporaryProject();
    await project.write('a.txt', 'Selon M. Roy. Oui.\n');
    await project.write('mine.srx', omegatStyle);
    const { out } = await project.run('segment', 'a.txt', '--no-reflow', '--srx', 'mine.srx', '--explain');
    expect(out).toContain('held  French:1, against Default:1');
    expect(out).toMatch(/cut {3}Default:1 .*Roy\. ¦ Oui/u);
  });
});
