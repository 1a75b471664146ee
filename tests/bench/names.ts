/**
 * Measures the search for new names with an empty glossary: which names of the gold it finds in which sentences, and what it takes for a name
 * beside them.
 *
 * usage: npx node tests/bench/names.ts
 */
import { namesFound, projectFiles, sampleFiles, sampleIsHere } from '../termbase/gold-names.ts';

if (!sampleIsHere)
  console.log('../shared/dispatches is not beside the checkout: the dispatches of the project alone');
for (const files of [...projectFiles(), ...(sampleIsHere ? sampleFiles() : [])]) {
  const { dispatch, gold, missed, names, extra } = namesFound(files);
  console.log(
    `${dispatch}: ${gold - missed.length} of ${gold} found, ${names.length} names, ${extra.length} not in the gold`,
  );
  if (missed.length > 0) console.log(`  missed: ${missed.join(', ')}`);
  if (extra.length > 0) console.log(`  not in the gold: ${extra.join(', ')}`);
}
