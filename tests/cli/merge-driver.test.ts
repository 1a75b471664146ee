import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { checkout, demo, temporaryProject } from './temporary-project.ts';

const id = 'karabakh-diplomatie';
const master = `locales/en/${id}.xlf`;

/** A demo project in git, with the driver installed as the documentation says. */
async function repository() {
  const project = await temporaryProject(demo);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: project.root, encoding: 'utf8', stdio: 'pipe' });
  await project.run('translate', '--to', 'en');
  git('init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['user.name', 'Desk'],
    ['user.email', 'desk@example.org'],
    ['merge.depeche.driver', `${process.execPath} ${checkout}/bin/depeche.js merge-driver %O %A %B %P`],
  ] as const) {
    git('config', key, value);
  }
  await project.write('.gitattributes', 'locales/*/*.xlf merge=depeche\n');
  await project.write('.gitignore', '.depeche/\n');
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };
  commit('before');
  const targets = async () => {
    const text = await project.read(master);
    return new Map(
      [...text.matchAll(/<segment id="(\w+)" state="(\w+)"/gu)].map(([, segment = '', state = '']) => [
        segment,
        state,
      ]),
    );
  };
  const edit = async (segment: string, words: string) => {
    const text = await project.read(master);
    const changed = text.replace(
      new RegExp(`(<segment id="${segment}"[\\s\\S]*?<target xml:space="preserve">).*?(</target>)`, 'u'),
      `$1${words}$2`,
    );
    expect(changed).not.toBe(text);
    await project.write(master, changed);
    await project.run('translate', '--to', 'en');
  };
  return { project, git, commit, targets, edit };
}

describe('depeche merge-driver', () => {
  it('joins the work of two branches on one paragraph; a run then makes the master whole', async () => {
    const { project, git, commit, targets, edit } = await repository();
    const [, first = '', second = '', third = ''] = (await targets()).keys();
    git('checkout', '-qb', 'other');
    await edit(first, 'Words of the other branch');
    await project.run('accept', id, third, '--to', 'en', '--by', 'Ben', '--as', 'final');
    commit('other');
    git('checkout', '-q', 'main');
    await edit(second, 'Words of this branch');
    await project.run('accept', id, third, '--to', 'en', '--by', 'Ada', '--as', 'translated');
    commit('main');
    // Bundle and manifest are derived: the run makes them anew.
    try {
      git('merge', '-q', 'other');
    } catch {
      expect(git('diff', '--name-only', '--diff-filter=U')).not.toContain('.xlf');
      git('checkout', '--ours', 'locales');
    }
    expect((await project.run('translate', '--to', 'en')).exitCode).toBe(0);
    const text = await project.read(master);
    expect(text).toContain('Words of the other branch');
    expect(text).toContain('Words of this branch');
    expect((await targets()).get(third)).toBe('final');
    expect((await project.run('translate', '--to', 'en')).out).toContain('No file changed');
  });

  it('leaves to a person what two people changed, and shows both', async () => {
    const { project, git, commit, targets, edit } = await repository();
    const [, first = ''] = (await targets()).keys();
    git('checkout', '-qb', 'other');
    await edit(first, 'There');
    commit('other');
    git('checkout', '-q', 'main');
    await edit(first, 'Here');
    commit('main');
    const merging = () => git('merge', '-q', 'other');
    expect(merging).toThrow(/conflicting: people have changed it on both branches[\s\S]*Here[\s\S]*There/u);
    expect(git('diff', '--name-only', '--diff-filter=U')).toContain(master);
    expect(await project.read(master)).toContain('Here');
  });
});
