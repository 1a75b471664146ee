import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfflineModel } from '../../src/provider/offline-model.ts';
import { type Dictionary, type TinyModelOptions, tinyModel } from './tiny-model.ts';

/**
 * Installs tiny models into a folder, as `depeche models add` does real ones.
 *
 * @param dictionaries what each says, by the name of its pair: `{ 'fr-en': { chat: 'cat' } }`
 */
export function installTinyModels(
  folder: string,
  dictionaries: Readonly<Record<string, Dictionary>>,
  options: TinyModelOptions = {},
): readonly OfflineModel[] {
  return Object.entries(dictionaries).map(([pair, dictionary]) => {
    const [source = '', target = ''] = pair.split(/-(.*)/u);
    const path = join(folder, pair);
    const { weights, sourceVocabulary, targetVocabulary, shortlist } = tinyModel(dictionary, options);
    const files = [
      { role: 'weights', name: `model.${source}${target}.intgemm.alphas.bin`, content: weights },
      { role: 'source-vocabulary', name: `srcvocab.${source}${target}.spm`, content: sourceVocabulary },
      { role: 'target-vocabulary', name: `trgvocab.${source}${target}.spm`, content: targetVocabulary },
      { role: 'shortlist', name: `lex.50.50.${source}${target}.s2t.bin`, content: shortlist },
    ];
    mkdirSync(path, { recursive: true });
    for (const { name, content } of files) writeFileSync(join(path, name), content);
    const manifest = {
      source,
      target,
      version: '3.1',
      architecture: 'tiny',
      files: files.map(({ role, name, content }) => ({
        role,
        name,
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
    };
    writeFileSync(join(path, 'model.json'), JSON.stringify(manifest));
    const [model = '', from = '', to = '', lexicon = ''] = files.map(({ name }) => join(path, name));
    return {
      source,
      target,
      version: manifest.version,
      architecture: manifest.architecture,
      weights: model,
      sourceVocabulary: from,
      targetVocabulary: to,
      shortlist: lexicon,
    };
  });
}
