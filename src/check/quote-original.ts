import { isPersons } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { attributedQuotations } from '../termbase/quotations.ts';
import { defineCheck } from './check.ts';

export const quoteOriginal = defineCheck({
  id: 'quote-original',
  family: 'quotes',
  severity: 'warning',
  describe: 'A quotation is translated back into a language that its speaker gave it in.',
  example: {
    locale: 'ru',
    source: '« Nous ne céderons pas », a dit Igor Orlov.',
    target: '«Мы не сдадимся», — сказал Игорь Орлов.',
    note: 'the glossary says that he speaks Russian: his own words can be found',
  },
  find({ segment, target }, { source, target: locale, termbase }) {
    // A person who wrote or approved the words has looked for the original, or could.
    if (isPersons(target) || target.state === 'pending' || target.state === 'failed') return [];
    const [quotations = []] = attributedQuotations([segment.text], source, termbase);
    return quotations.flatMap(({ start, end, words, speaker }) => {
      const person = speaker === undefined ? undefined : termbase.concepts.get(speaker);
      const spoken = new Set(person?.speaks?.map(languageOf));
      // Who speaks the language of the copy may have been quoted in it.
      if (!spoken.has(languageOf(locale)) || spoken.has(languageOf(source))) return [];
      const message = `“${words}” was said in ${locale} (${speaker}): find the original`;
      return [{ message, source: { start, end } }];
    });
  },
});
