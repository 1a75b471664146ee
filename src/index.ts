/**
 * The pure core of depeche: no files, no network, no clock. It runs in browsers as well as in Node.
 *
 * `readDispatch` and `translateDispatch` are the whole journey; everything else is one stage of it.
 */

export { type AlignOptions, align } from './align/align.ts';
export { type Bead, type Run, type Side, shapeOf } from './align/bead.ts';
export {
  alignDispatch,
  type BilingualSegment,
  entriesOfAlignment,
  type Translator,
} from './align/bilingual.ts';
export { intoDraft, type Placement } from './align/into-draft.ts';
export { namesIn } from './align/names-in.ts';
export { readTranslation, type Translation as DeliveredTranslation } from './align/translation.ts';
export { compileBundle, compileSourceBundle } from './bundle/compile.ts';
export { type Disclosure, disclosureOf } from './bundle/disclosure.ts';
export {
  type Edition,
  emptyManifest,
  entryAfter,
  type Layout,
  type Manifest,
  type PublishPolicy,
  type StoryEntry,
  type Tombstone,
  withEntries,
  writeManifest,
} from './bundle/manifest.ts';
export { type MinState, publishable } from './bundle/publishable.ts';
export { readManifest } from './bundle/read-manifest.ts';
export {
  originalItem,
  recalledItem,
  translatedItem,
  type WireItem,
  type WirePolicy,
} from './bundle/wire/wire-item.ts';
export type { WireOutput } from './bundle/wire/wire-output.ts';
export { wireOutputs } from './bundle/wire/wire-outputs.ts';
export {
  type Check,
  type CheckContext,
  defineCheck,
  defineDraftCheck,
  defineTextCheck,
  type Family,
  families,
} from './check/check.ts';
export { checks } from './check/checks.ts';
export { configuredChecks, type Setting, type Settings } from './check/configured-checks.ts';
export { type CheckTools, runChecks, runChecksAcross } from './check/run-checks.ts';
export { entriesOf } from './memory/entries-of.ts';
export type { MemoryEntry } from './memory/entry.ts';
export { createInMemoryStore } from './memory/in-memory-store.ts';
export { recall } from './memory/recall.ts';
export type {
  ConcordanceHit,
  ConcordanceQuery,
  MemoryCount,
  MemoryQuery,
  MemoryStore,
} from './memory/store.ts';
export { readTmx, type TmxReading } from './memory/tmx.ts';
export { writeTmx } from './memory/tmx-write.ts';
export type { AcceptedFinding, FindingAcceptance } from './model/accepted-finding.ts';
export type { Copy } from './model/copy.ts';
export * from './model/dispatch.ts';
export * from './model/draft.ts';
export { DepecheError, describeError, type ErrorCode, type Place } from './model/errors.ts';
export { type Issue, isOpen, type Severity } from './model/issue.ts';
export type { KnownQuotation, QuotationRendering } from './model/known-quotation.ts';
export type { BreakEvidence, LineBreak } from './model/line-break.ts';
export { type Direction, directionOf, type Locale, parseLocale } from './model/locale.ts';
export type { Match } from './model/match.ts';
export type { Origin, Provenance, Step } from './model/provenance.ts';
export type { Span } from './model/span.ts';
export type { ConceptType, TermHit } from './model/term-hit.ts';
export { finish, type Known, readCopy, readDispatch, type Tools, translateDispatch } from './pipeline.ts';
export { type Cassette, type RecordedAnswer, readCassette, writeCassette } from './provider/cassette.ts';
export { type Clock, systemClock } from './provider/clock.ts';
export { type CopyPolicy, reasonToKeep } from './provider/confidential.ts';
export type { Progress } from './provider/desk.ts';
export { type Estimate, estimate } from './provider/estimate.ts';
export { createInMemoryJournal } from './provider/in-memory-journal.ts';
export { createInMemoryLedger } from './provider/in-memory-ledger.ts';
export type { Journal, JournalEntry } from './provider/journal.ts';
export type { Account, Ledger, Spending } from './provider/ledger.ts';
export { openPurse, type PurseOptions } from './provider/open-purse.ts';
export {
  type Capabilities,
  type Provider,
  type Refusal,
  type RequestSegment,
  type RequestTerm,
  type TokenForecast,
  type Tokens,
  type TokenUsage,
  type Translation,
  type TranslationAnswer,
  type TranslationRequest,
  utf8Size,
} from './provider/provider.ts';
export { ProviderError, type ProviderErrorKind } from './provider/provider-error.ts';
export { createPseudo } from './provider/pseudo.ts';
export type { Budget, Purse } from './provider/purse.ts';
export { createRecorded, createRecorder } from './provider/recorded.ts';
export { type Leg, type Routed, type RouteTools, translateByRoute } from './provider/route.ts';
export { createScheduler } from './provider/schedule.ts';
export type { ScheduleOptions, Scheduler } from './provider/scheduler.ts';
export { createScripted, type ScriptedOptions, type ScriptedProvider } from './provider/scripted.ts';
export { type Price, tariffOf } from './provider/tariff.ts';
export { type TranslateTools, translate } from './provider/translate.ts';
export { withProposals } from './review/report/proposals.ts';
export { renderReport } from './review/report/report.ts';
export { withTerms } from './review/report/with-terms.ts';
export { adaptMatches } from './revise/adapt-matches.ts';
export { carry } from './revise/carry.ts';
export type { DispatchRecord } from './revise/record.ts';
export { type ExplainedBlock, type ExplainedPlace, explainCopy } from './segment/explain-copy.ts';
export { houseSegmenter, houseSrx } from './segment/house-rules.ts';
export type { QuotationException, QuotationPolicy } from './segment/quotes.ts';
export { type Cut, createSegmenter, type Segmenter, type Verdict } from './segment/segmenter.ts';
export { parseSrx, type SrxDocument, type SrxWarning } from './segment/srx.ts';
export { readTermsCsv } from './termbase/csv.ts';
export { writeTermsCsv } from './termbase/csv-write.ts';
export { localiseDateline } from './termbase/dateline.ts';
export { enforceTerms } from './termbase/enforce.ts';
export { generatedForms } from './termbase/generate.ts';
export { lintTerms } from './termbase/lint/lint.ts';
export type { LintContext, LintFinding } from './termbase/lint/rule.ts';
export { type FindOptions, findTerms, type TermMatch } from './termbase/match.ts';
export { mergeTerms, type TermsMerge } from './termbase/merge.ts';
export { type NewName, newNames } from './termbase/new-names.ts';
export { readOmegatGlossary, writeOmegatGlossary } from './termbase/omegat-glossary.ts';
export { type ConceptScore, scoreTerms, sumScores, type TermScore } from './termbase/score.ts';
export { readTbx } from './termbase/tbx-read.ts';
export { writeTbx } from './termbase/tbx-write.ts';
export {
  type Concept,
  createTermbase,
  type Form,
  type Term,
  type Termbase,
  type TermbaseOptions,
} from './termbase/termbase.ts';
export { type ConceptUsage, conceptUsage } from './termbase/usage.ts';
export { type Decoded, decode } from './wire/decode.ts';
export { encode } from './wire/encode.ts';
export { wireFormats } from './wire/formats.ts';
export { readWire } from './wire/read-wire.ts';
export type { ReflowMode } from './wire/reflow-mode.ts';
export type { WireFormat } from './wire/wire-format.ts';
export { exportDrafts } from './xliff/export-drafts.ts';
export { readMaster } from './xliff/read-master.ts';
export type { Finding as XliffFinding } from './xliff/validate/finding.ts';
export { validateXliff } from './xliff/validate/validate-xliff.ts';
export { writeMaster } from './xliff/write-master.ts';
