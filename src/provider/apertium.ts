import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { languageOf } from '../model/locale.ts';
import { plainFrench } from './apertium-french.ts';
import { keptOpen, modeFor, modesAmong } from './apertium-modes.ts';
import { createPipeline, type Pipeline } from './apertium-pipeline.ts';
import { fromStream, toStream, withKept } from './apertium-stream.ts';
import { type Provider, utf8Size } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { typeset } from './typeset.ts';

/** Where Apertium is; all of it may stand in a configuration. */
export type ApertiumOptions = {
  /** The folder of the directions that are installed, `*.mode`. Default `/usr/share/apertium/modes`. */
  readonly modes?: string | undefined;
};

const name = 'apertium';

const modesFolder = '/usr/share/apertium/modes';

/**
 * Apertium as it is installed on this machine: rules and dictionaries, fast, and for gist only. It knows the directions that `apertium -l`
 * lists. The pipeline of a direction stays open from its first request to {@link Provider.close}.
 *
 * @throws DepecheError `config` where Apertium is not installed, or no direction is
 */
export async function openApertium({ modes: folder = modesFolder }: ApertiumOptions = {}): Promise<Provider> {
  const modes = modesAmong(await filesIn(folder));
  if (modes.length === 0) throw notInstalled(`there is no language pair in ${folder}`);
  const pipelines = new Map<string, Pipeline>();
  const pipelineOf = (mode: string): Pipeline => {
    const open = pipelines.get(mode);
    if (open) return open;
    const made = createPipeline(name, () => commandLineOf(join(folder, `${mode}.mode`)));
    pipelines.set(mode, made);
    return made;
  };
  let asked = 0;
  return {
    name,
    settings: '',
    capabilities: {
      maxTexts: 50,
      maxBytes: 64 * 1024,
      encodedSize: utf8Size,
      markup: 'none',
      context: false,
      glossary: false,
      placeholders: true,
      freeToAsk: true,
      gist: true,
      leavesMachine: false,
    },
    supports: (source, target) => modeFor(modes, source, target) !== undefined,
    adviceFor(source) {
      const targets = modes
        .filter((mode) => modeFor([mode], source, mode.target))
        .map(({ target }) => target);
      const known =
        targets.length === 0 ? 'nothing is' : `${targets.join(', ')} ${targets.length === 1 ? 'is' : 'are'}`;
      return `${known} installed from ${source}`;
    },
    async translate({ source, target, segments }, signal) {
      const mode = modeFor(modes, source, target);
      if (!mode) throw new ProviderError(name, 'bad-request', `no direction from ${source} to ${target}`);
      const sent = new Map(
        segments.map(({ id, text }) => {
          asked += 1;
          const plain = languageOf(source) === 'fr' ? plainFrench(text) : text;
          return [asked, { id, text, ...toStream(plain, asked) }] as const;
        }),
      );
      const streams = Array.from(sent.values(), ({ stream }) => stream);
      const answers = await pipelineOf(mode.name).ask(streams, signal);
      const translations = answers.flatMap((answer) => {
        const read = fromStream(answer);
        const of = read && sent.get(read.number);
        return of ? [{ id: of.id, text: withKept(typeset(read.text, of.text, target), of.kept) }] : [];
      });
      return { translations };
    },
    async close() {
      await Promise.all(Array.from(pipelines.values(), (pipeline) => pipeline.close()));
    },
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw notInstalled(`${folder} cannot be read`, cause);
  }
}

async function commandLineOf(file: string): Promise<string> {
  try {
    return keptOpen(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new ProviderError(name, 'bad-request', `${file} cannot be read`, { cause });
  }
}

function notInstalled(why: string, cause?: unknown): DepecheError {
  return new DepecheError(
    'config',
    `the provider apertium finds no Apertium: ${why}; install it with a pair (Debian: apt-get install apertium apertium-fr-es), or set providers.apertium.modes to the folder of its *.mode files`,
    { cause },
  );
}
