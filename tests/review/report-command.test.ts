import { describe, expect, it } from 'vitest';
import { demo, temporaryProject } from '../cli/temporary-project.ts';
import { openReport } from './report-page.ts';

describe('depeche report', () => {
  it('writes one file of all drafts, and the same bytes again', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en,ar');
    const before = await project.snapshot('locales');
    expect(await project.run('report', '--out', 'out/desk.html', '--to', 'en,ar')).toMatchObject({
      exitCode: 0,
      out: 'out/desk.html: 10 drafts\n',
      err: '',
    });
    const html = await project.read('out/desk.html');
    const page = openReport(html);
    expect(page.texts('//header/p')).toEqual(['5 dispatches, 10 drafts, 168 sentences.']);
    expect(page.find("//td[@class='target']//mark[@class='term']").length).toBeGreaterThan(100);
    await project.run('report', '--out', 'out/again.html', '--to', 'en,ar');
    expect(await project.read('out/again.html')).toBe(html);
    expect(await project.snapshot('locales')).toEqual(before);
  });

  it('takes the dispatches that are named, shows what is pending with the proposals of the memory, and exits with 1', async () => {
    const project = await temporaryProject(demo);
    const source = await project.read('source-texts/karabakh-diplomatie.txt');
    await project.write(
      'source-texts/autre.txt',
      source.replaceAll('Genève', 'Vienne').replace('vendredi', 'samedi'),
    );
    const { exitCode, out } = await project.run('report', 'autre', '--out', 'r.html', '--to', 'de', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      file: 'r.html',
      drafts: [{ id: 'autre', locale: 'de' }],
      problems: [],
    });
    const page = openReport(await project.read('r.html'));
    expect(page.find('//article')).toHaveLength(1);
    const first = '(//section//tbody/tr)[2]';
    expect(page.texts(`${first}/td[@class='target']`)).toEqual(['No translation yet.']);
    expect(page.texts(`${first}//details[@class='proposals']/summary`)[0]).toMatch(
      /^1 proposal, best 9\d %$/u,
    );
  });

  it('reports the others where one dispatch cannot be read, and names it', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    await project.write('locales/en/tour-etape.xlf', '<xliff');
    const { exitCode, err } = await project.run('report', '--out', 'r.html', '--to', 'en');
    expect(exitCode).toBe(2);
    expect(err).toContain('locales/en/tour-etape.xlf');
    const page = openReport(await project.read('r.html'));
    expect(page.find('//article')).toHaveLength(4);
    expect(page.texts('//header//li')[0]).toContain('locales/en/tour-etape.xlf');
  });

  it.each([
    [['report']],
    [['report', '--out', 'locales/en/tour-etape.xlf']],
    [['report', '--out', 'r.html', '../secret']],
    [['report', '--out', 'r.html', 'nowhere']],
    [['report', '--out', 'r.html', '--to', 'fr']],
  ])('refuses %j and writes nothing', async (args) => {
    const project = await temporaryProject(demo);
    const before = await project.snapshot('.');
    const { exitCode, err } = await project.run(...args);
    expect(exitCode).toBe(2);
    expect(err).not.toBe('');
    const after = [...(await project.snapshot('.')).keys()].filter((path) => !path.startsWith('.depeche/'));
    expect(after).toEqual([...before.keys()]);
  });
});
