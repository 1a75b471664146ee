import type { Family } from '../../src/check/check.ts';

/** What docs/checks.md says of a family before its checks. */
export const familyProse: Readonly<Record<Family, string>> = {
  completeness: 'Something is missing, or there is more than there should be.',
  consistency: `Both look at the units of a draft together. \`runChecksAcross\` does so for all drafts in one locale. Texts of one word, datelines and
typings of one wording (straight and curved apostrophes, blanks that break or do not) say nothing.`,
  terms: `Both work on the [glossary](terms.md). A wrong form is reported once, as \`term-forbidden\`; one that is out of use is a warning.`,
  numbers: `The first three compare *values*, never signs. Each number is read as everything it can mean by the usage of its locale: \`30.000\` is 30000 in
French, German and Spanish and 30 in English; \`14h30\` is \`2:30 pm\`, \`1430 GMT\`, \`14.30 Uhr\` and \`14,30 ت غ\`. A number in digits has to have an equal on
the other side, in digits or in words (\`8\`, \`huit\`, \`eight\`; \`2,5 milliards\`, \`2.500 millones\`, \`2,5 mil milhões\`). Words
that are nothing but a number (\`sept\`, \`thirty\`, \`двенадцать\`, months) are asked for as well, as a warning; words that are others too (\`second\`, \`once\`,
\`neuf\`, \`pair\`), one, nought and articles only answer. With the value comes what is part of it: percent, money and units of measure (20 % are no 20 points,
12 km no 12 miles, 30 °C no 30 °F but 86), the half of the day where both sides say it, the sign of a temperature. The others look at how a number is *written*.`,
  quotes: `The marks of each locale are in \`src/text/typography.ts\`; a language that has no entry there is not checked for style. Apostrophes and ‘ ’ are never
taken for quotation marks of their own, nor is the sign for inches behind a number. In French a blank belongs inside « ».`,
  spacing: 'Blanks, by the habits of the target. What the source has as well is never a fault of the target.',
  punctuation:
    'Marks, by the habits of the target. Those that are a matter of taste are notes and follow the source.',
  length: '',
  placeables: 'What an app or a browser reads, and not a person.',
  characters: 'What no eye sees, or every eye sees at once.',
  style: 'The manners of wire copy, and two slips that turn a sentence round or spoil its first letter.',
};

/** What there is to say of a check beyond its sentence. */
export const checkProse: Readonly<Record<string, string>> = {
  'marked-for-work': `A reviewer marked the translation for work in a tool, lowered its state or took its words out (see [review](review.md)). The words stay as they are.`,
  'gist-only': `Providers say so of themselves: [Apertium](apertium.md) does. It ends when a person edits or accepts the words.`,
  'same-as-source': `It takes an end mark and one ordinary word (written small, of four letters or more, in no name of the glossary), or three such words. Datelines
are left out, and targets of the same language as the source.`,
  'untranslated-words': `A word counts if the source has it too, if it holds sentences of the source language together and is not one of the target's, and if it stands in no
quotation, no bracket and not beside a name (\`Tour des Volcans\`). In languages of another script every ordinary word in small Latin letters counts.`,
  'number-missing': `More of them:

| source | target | |
|---|---|---|
| Une guerre ayant fait 30.000 morts. | A war that killed 3,000 people. | raised |
| Une guerre ayant fait 30.000 morts. | حرب أسفرت عن مقتل ثلاثين ألف شخص. | silent |
| Un plan de 2,5 milliards d’euros. | Um plano de 2,5 milhões de euros. | raised |
| Le parti a perdu 20 %. | The party lost 20 points. | raised |
| À 20h. | At 8 a.m. | raised |`,
  'number-extra': `More of them:

| source | target | |
|---|---|---|
| En octobre. | En octubre de 2020. | raised |
| Ils étaient douze. | There were 12 of them. | silent |
| Le bilan s’établit à 12 morts. | The toll stands at 12 dead and 12 injured. | raised |

What is let pass on purpose:

- values are compared as a set: a number that the source has twice may stand once in the target, but not the other way round; two numbers with a dash or a
  colon between them (\`3-1\`, \`3:1\`) are one value, in either order where the target speaks of a defeat (\`unterlag 1:3\`), and always in Arabic;
- clock times are compared within twelve hours (\`14h30\` and \`2:30\`) unless both sides say the half of the day;
- a unit may be left out (\`34 ans\`, \`34\`), but not percent and money; 48 hours may be two days, 1,100 m 1.1 km, \`quinze jours\` two weeks;
- the very same grouped signs (\`30.000\` left in English) are the same number; that they are *written* wrongly is said by \`number-format\`;
- digits in a name (G20, CO2, A320, Covid-19), knock-out rounds (1/4 de finale) and weekdays need no equal, but no other of their kind may stand in their
  place (A330, G7, a semi-final, Tuesday);
- a range may repeat its scale (\`2 à 3 millions\`, \`2 million to 3 million\`), a decade its century (\`années 80\`, \`1980s\`), a span of years too (\`1939-45\`);
- 24, 48 and 72 hours may be days; half may be 50 %, a quarter 25 %;
- what a desk adds in brackets with a measure or a currency (\`(six miles)\`) is no extra number;
- 1 and 2 into or from Arabic, which says them by the form of the noun;
- in languages without a table of number words (other than fr, en, de, es, pt, it, ru, ar): numbers up to 100 and numbers with a scale word;
- datelines written by rule, for a house table may leave out the year.`,
  'number-swapped': `Both sides have to say what each of the two counts, in words that the house knows: dead, injured, missing, arrested; men, women, children, soldiers, civilians, police;
or the ends of a span (\`de 10 à 15 %\`). What is said otherwise, numbers that a side has twice, and Arabic are let pass. Two amounts or measures that changed
places (\`5 km et 30 kg\`) are raised by \`number-missing\`.

| source | target | |
|---|---|---|
| L’attentat a fait 12 morts et 30 blessés. | The attack injured 30 people and killed 12. | silent |
| Le taux est passé de 10 % à 15 %. | Die Quote stieg von 15 auf 10 Prozent. | raised |
| Il a 12 maisons et 30 bateaux. | Ele tem 30 casas e 12 barcos. | not seen |`,
  'number-format': `A mark counts as wrong if it does in the target what it does in the source (\`3,4\` left in English), or stands twice (\`1.250.000\`). Numbers that belong
to a name (\`Windows 8.1\`), dates, times and scores are left alone, and so is Arabic, whose copy has both ways.`,
  'percent-format': 'Spanish, Russian and Arabic copy has both ways and is left alone.',
  'date-format': 'Streets, squares and feasts keep their capital (`avenue du 8 Mai`, `Plaza 25 de Mayo`).',
  'time-format': 'Spanish copy has `14H30` as well, Portuguese `14h30`.',
  'unpaired-quote':
    'A quotation over several sentences opens in one unit and closes in another: that is right as long as both sides do so.',
  'quotation-lost': 'One word in quotation marks may be a name, and counts for nothing.',
  'quote-original':
    'The speaker is the one person whom the sentence names outside of the quotation. Silent where two are named, where that person speaks the language of the copy too (`speaks` in the glossary), and where a person wrote or approved the target.',
  'quote-differs': `The known words come from the memory and from reviewed masters, with the file they stand in, and the speaker has to be the same person of the glossary. Where a
machine's draft has one quotation, and so has the source, and people have said it in one way, the run puts their words in its place (a step
\`quotation:<speaker>\`), whatever the setting of this check; everything else is told.`,
  'no-break-blank': 'Canadian French has the blank before : and », Swiss French none.',
  'end-mark':
    'A stop that belongs to an abbreviation (`p.m.`, `Inc.`) is no final mark; a colon or a semicolon may stand for one.',
  'doubled-word':
    'Not two names (`Bora Bora`), no word three times, none with a mark between, none that grammar sets twice (`nous nous`, `had had`, `die, die`).',
  'length-ratio': `From 20 characters on: the target is shorter than 45 % or longer than 180 % (and 8 characters) of what the pair of languages leads one to expect;
Arabic needs about 75 characters where French needs 100.`,
  'placeable-changed': `A placeholder (\`{{x}}\`, \`$t(x)\`, \`{x}\`, \`{n, plural, …}\`, \`%s\`, \`%(name)s\`, \`\\n\`), a tag, an entity, a web or an e-mail address is missing in the target or was added
to it. Of a tag only the name counts, of an ICU form its argument. \`3 %\` and \`20 %d’inflation\` are no placeholders.`,
  'mixed-script':
    'In Arabic the Persian ی and ک count too. Words with a hyphen (`IT-компания`) and signs of units (`μm`) do not.',
  'bidi-control':
    'In a language from right to left the marks U+200E and U+200F are as they should be, and isolates that are closed too.',
  'dateline-form':
    'Which place and which month are right is the matter of the glossary and of the house tables (`dateline-place` below).',
  'agency-lost':
    'It may be said in another way that the house knows: `AFP`, `Agence France-Presse`, `فرانس برس`.',
  'negation-changed': `Each language has words that say no and nothing else (\`ne … pas\`, \`never\`, \`kein\`), and beginnings of words that may say it in another way (\`refus-\`,
\`without\`, \`in-\`, \`only\`). It takes the first on one side and neither on the other, so it is seldom wrong, and misses a lost negation where such a beginning
stands in the sentence for another reason: [how often](#how-often-they-are-wrong).`,
};
