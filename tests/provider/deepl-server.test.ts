import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';

it('the loopback DeepL runs as a process of its own, prints its port and logs what it would bill', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-deepl-'));
  const log = join(folder, 'log');
  const program = fileURLToPath(new URL('deepl-server.ts', import.meta.url));
  const server = spawn(process.execPath, [program, '--latency', '5', '--key', 'k', '--log', log]);
  try {
    const [port] = await once(server.stdout, 'data');
    const provider = createDeepl({ authKey: 'k', serverUrl: `http://127.0.0.1:${Number(String(port))}` });
    const segments = [{ id: 's1', text: 'Été.' }];
    const answer = await provider.translate(
      { source: 'fr', target: 'de', segments },
      new AbortController().signal,
    );
    expect(answer).toEqual({ translations: [{ id: 's1', text: '[de] Été.' }] });
    expect(readFileSync(log, 'utf8')).toBe('{"target":"de","text":"Été."}\n');
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
});
