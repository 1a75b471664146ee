import { describe, expect, it } from 'vitest';
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
    await project.write('a.txt', 'Eins. Zwei.\n');
    const { out, err } = await project.run('segment', 'a.txt', '--lang', 'de', '--no-reflow');
    expect(out).toBe('Eins.\nZwei.\n');
    expect(err).toContain('Intl.Segmenter');
  });
});
