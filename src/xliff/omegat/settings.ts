import type { Locale } from '../../model/locale.ts';
import { block, document, element } from '../../xml/write.ts';

/**
 * The file `omegat.project`. Sentences stay as they are cut (`sentence_seg` false: OmegaT would cut them anew and its memory miss them),
 * and each is translated on its own, also where another one has the same words.
 */
export function omegatSettings(source: Locale, target: Locale): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'];
  return document(
    block('omegat', {}, [
      block('project', { version: '1.0' }, [
        ...folders.map((folder) => element(folder, {}, '__DEFAULT__')),
        element('source_lang', {}, source),
        element('target_lang', {}, target),
        element('sentence_seg', {}, 'false'),
        element('support_default_translations', {}, 'false'),
        element('remove_tags', {}, 'false'),
      ]),
    ]),
  );
}
