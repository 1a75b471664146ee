import { words } from './word-list.ts';

/** Prepositions, and nouns that stand before a title like one. */
export const prepositions = words(
  'في من إلى على عن مع بين لدى عند حتى أمام وراء خلف تحت فوق حول ضد نحو دون بدون خلال قبل بعد باسم بحضور برئاسة بدعوة بمشاركة لقاء اجتماع محادثات مباحثات قمة',
);

/** Particles that make a subject oblique. */
export const likeInna = words('إن أن لأن بأن لكن كأن ليت لعل');

/** Verbs that have no object, as they stand before their subject: so a word right behind is that. */
export const intransitive =
  /^(?:\u0633?[\u064a\u062a])?(?:اجتمع|جتمع|وصل|صل|استقال|ستقيل|توجه|توجّه|سافر|اتفق|تفق|قال|قول|صرح|صرّح|أكد|ؤكد|حضر|عاد|عود|تحدث|تظاهر|مات|توفي|تغيب|تغيّب|انسحب|نسحب|افترق|فترق|ذهب|ظهر|فشل|نجح|وافق|تشاور|تباحث|تفاوض|احتج|أصبح)\u062a?$/u;

/** Of these, the ones that not even a place can follow as their object (`وصل تركيا` is right). */
export const withoutObject = /^[يت]?(?:اجتمع|جتمع|استقال|ستقيل|اتفق|تفق|تشاور|تباحث|تفاوض|افترق|فترق)ت?$/u;
