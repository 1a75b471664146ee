/** depeche on disk, for Node: projects, the memory index, the journal, and the providers that need a network. */
export { type Asking, type AskingOptions, openAsking } from './project/asking.ts';
export { type Config, parseConfig, readConfig } from './project/config.ts';
export { type DraftSummary, draftSummary } from './project/draft-summary.ts';
export { openDrafts } from './project/drafts.ts';
export { openMemory } from './project/memory-files.ts';
export { openProject, type Project } from './project/project.ts';
export { type Routes, routesOf } from './project/routes.ts';
export { openSqliteJournal } from './project/sqlite-journal.ts';
export { openSqliteLedger } from './project/sqlite-ledger.ts';
export { type MemoryIndex, openMemoryIndex } from './project/sqlite-memory.ts';
export { type OpenStory, openMaster, openStory, type Story, storiesOf } from './project/story.ts';
export { type TranslateOutcome, type TranslateRun, translateProject } from './project/translate-project.ts';
export { openTermbase, openWorkshop, type Workshop } from './project/workshop.ts';
export { createDeepl } from './provider/deepl.ts';
export type { DeeplOptions } from './provider/deepl-options.ts';
export { createFxtranslate, type FxtranslateOptions } from './provider/fxtranslate.ts';
export { createLanguageModel, type LanguageModelOptions } from './provider/language-model.ts';
export type { OfflineModel } from './provider/offline-model.ts';
