import { describe, expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

describe('init', () => {
  it('keeps the answers of providers out of git', async () => {
    const project = await temporaryProject();
    expect(await project.run('init')).toMatchObject({ exitCode: 0, err: '' });
    expect(await project.read('.gitignore')).toBe('node_modules/\n.depeche/\n');
  });

  it('leaves a .gitignore that is there as it is, and says what it lacks', async () => {
    const project = await temporaryProject();
    await project.write('.gitignore', 'dist/\n');
    const { exitCode, err } = await project.run('init');
    expect(exitCode).toBe(0);
    expect(err).toContain('Add .depeche/ to .gitignore');
    expect(await project.read('.gitignore')).toBe('dist/\n');
  });
});
