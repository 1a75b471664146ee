import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { interruption } from '../../src/cli/interruption.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { startCommand } from '../proofs/command.ts';
import { createStandIn } from '../provider/apertium-stand-in.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { temporaryProject } from './temporary-project.ts';

const environment = { DEEPL_AUTH_KEY: 'test-key' };
const patient = { timeout: 15_000, interval: 20 };

/** The command line at work, and a way to interrupt it that ends when it has said so. */
function start(root: string) {
  const { process: child, ended } = startCommand(root, ['translate'], environment);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr?.on('data', (text: string) => {
    said += text;
  });
  const interrupt = async (told: string) => {
    child.kill('SIGINT');
    await vi.waitFor(() => expect(said).toContain(told), patient);
  };
  return { ended, interrupt };
}

/** Three dispatches that are answered, and three for which the server never says a word. */
async function halfSilent() {
  let isSilent = true;
  const server = await startDeeplServer({
    fault: (_, { texts }) =>
      isSilent && texts.some((text) => text.includes('attend')) ? { kind: 'hang' } : undefined,
  });
  onTestFinished(server.close);
  const project = await temporaryProject([], environment);
  const providers = { deepl: { serverUrl: server.url } };
  await project.write(
    'depeche.config.json',
    JSON.stringify({ targets: ['de'], provider: 'deepl', providers }),
  );
  for (const id of ['a', 'b', 'c']) {
    await project.write(`source-texts/${id}.txt`, `Le convoi ${id} est passé.\n`);
    await project.write(`source-texts/${id}-attend.txt`, `Le convoi ${id} attend.\n`);
  }
  const { ended, interrupt } = start(project.root);
  await vi.waitFor(() => expect(server.requests).toHaveLength(6), patient);
  const speak = () => {
    isSilent = false;
  };
  return { server, project, ended, interrupt, speak };
}

it('calls off what is under way with the second SIGINT, keeps what is here, and the next run does the rest', async () => {
  const { server, project, ended, interrupt, speak } = await halfSilent();
  await interrupt('stopping');
  expect(server.hungUp()).toBe(0);
  await interrupt('calling off');
  const { exitCode, out } = await ended;
  expect(exitCode).toBe(130);
  // It came to its end by itself: it reports, and every socket was closed by then.
  expect(out).toContain('Not published');
  await vi.waitFor(() => expect(server.hungUp()).toBe(3), patient);
  for (const id of ['a', 'b', 'c']) {
    expect(readMaster(await project.read(`locales/de/${id}.xlf`)).units[0]?.target.state).toBe('drafted');
    expect(readMaster(await project.read(`locales/de/${id}-attend.xlf`)).units[0]?.target.state).toBe(
      'pending',
    );
  }
  const ledger = new DatabaseSync(join(project.root, '.depeche/ledger.sqlite'));
  const characters = (texts: readonly string[]) => texts.join('').length;
  const sent = server.requests.flatMap(({ texts }) => texts);
  expect(ledger.prepare('SELECT requests, characters, answered FROM spendings').all()).toEqual([
    {
      requests: 6,
      characters: characters(sent),
      answered: characters(sent.filter((text) => !text.includes('attend'))),
    },
  ]);
  ledger.close();
  speak();
  expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
  expect(
    server.requests
      .slice(6)
      .flatMap(({ texts }) => texts)
      .toSorted(),
  ).toEqual(sent.filter((text) => text.includes('attend')).toSorted());
});

it('ends the processes of a pipeline that hangs', async () => {
  const standIn = createStandIn(['fr-es'], 'exec cat >/dev/null');
  onTestFinished(standIn.remove);
  const project = await temporaryProject();
  const providers = { apertium: { modes: standIn.modes } };
  await project.write(
    'depeche.config.json',
    JSON.stringify({ targets: ['es'], provider: 'apertium', providers }),
  );
  await project.write('source-texts/a.txt', 'Le convoi attend.\n');
  const { ended, interrupt } = start(project.root);
  await vi.waitFor(() => expect(standIn.started()).toHaveLength(1), patient);
  await interrupt('stopping');
  await interrupt('calling off');
  const { exitCode, out } = await ended;
  expect([exitCode, out.includes('Not published')]).toEqual([130, true]);
  const [pid = 0] = standIn.started();
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), patient);
});

it('ends the process at once with the third, and soon after the second', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  onTestFinished(() => exit.mockRestore());
  const told: string[] = [];
  using interrupt = interruption({ ...processTerminal(), err: (text) => void told.push(text) });
  const { stop, cancel } = interrupt;
  process.emit('SIGINT');
  expect([stop.aborted, cancel.aborted]).toEqual([true, false]);
  process.emit('SIGTERM');
  expect([stop.aborted, cancel.aborted, told.length]).toEqual([true, true, 2]);
  expect(() => process.emit('SIGINT')).toThrow('exit 130');
  expect(() => vi.runAllTimers()).toThrow('exit 130');
});
