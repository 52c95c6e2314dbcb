import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import type { DocumentLine, TemplateLine, ToolkitLibrary } from '#shared/features/toolkit/schema.ts'
import { TEMPLATE_TOPICS, type TemplateTopic } from '#shared/features/toolkit/template.ts'
import { type LibraryShow, templateCardId } from './toolkit-address.ts'

/** One card of the library: a template with what was made from it, or a document made from nothing. */
export interface LibraryCard {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly template: TemplateLine | null
  readonly documents: readonly DocumentLine[]
  /** "Issue 3, sent 2 Sep 2026" */
  readonly issued: string
  readonly state: { readonly kind: StatusKind; readonly words: string }
}

export interface LibrarySection {
  readonly topic: TemplateTopic
  readonly label: string
  readonly cards: readonly LibraryCard[]
}

/** "Oct 2026" */
const monthOf = (day: string): string => formatIsoDate(day).replace(/^\d+ /, '')

const newestIssue = (documents: readonly DocumentLine[]) =>
  documents
    .flatMap(({ lastIssue }) => lastIssue ?? [])
    .reduce<DocumentLine['lastIssue']>(
      (newest, issue) => (newest === null || issue.issuedOn > newest.issuedOn ? issue : newest),
      null,
    )

const issuedWords = (template: TemplateLine | null, documents: readonly DocumentLine[]): string => {
  const last = newestIssue(documents)
  const [first] = documents
  if (first === undefined) return template === null ? '' : `About ${template.minutes} minutes to fill in`
  if (documents.length > 1)
    return `${documents.length} documents${last === null ? '' : `, last sent ${formatIsoDate(last.issuedOn)}`}`
  return last === null
    ? `Draft, last written ${formatIsoDate(first.updatedAt.slice(0, 10))}`
    : `Issue ${last.number}, sent ${formatIsoDate(last.issuedOn)}`
}

/** How the documents stand, the one that wants looking at first. */
export const stateOf = (documents: readonly DocumentLine[]): LibraryCard['state'] => {
  if (documents.length === 0) return { kind: 'not-started', words: 'Not begun' }
  const due = documents.find(({ isReviewDue }) => isReviewDue)
  if (due !== undefined && due.reviewDue !== null)
    return { kind: 'at-risk', words: `Review due ${monthOf(due.reviewDue)}` }
  const changed = documents.reduce((sum, one) => sum + (one.changed ?? 0), 0)
  if (changed > 0) return { kind: 'info', words: `${changed} ${changed === 1 ? 'fact' : 'facts'} changed since` }
  if (documents.every(({ isPrivate }) => isPrivate)) return { kind: 'done', words: 'Seen by you only' }
  if (documents.every(({ issues }) => issues === 0)) return { kind: 'not-started', words: 'Not issued yet' }
  return { kind: 'done', words: 'Nothing has changed' }
}

const templateCard = (template: TemplateLine, documents: readonly DocumentLine[]): LibraryCard => ({
  id: templateCardId(template.code),
  title: template.title,
  purpose: template.purpose,
  template,
  documents,
  issued: issuedWords(template, documents),
  state: stateOf(documents),
})

const documentCard = (document: DocumentLine): LibraryCard => ({
  id: document.id,
  title: document.title,
  purpose: document.person === null ? 'Made from a blank page' : 'About one person, made from a blank page',
  template: null,
  documents: [document],
  issued: issuedWords(null, [document]),
  state: stateOf([document]),
})

const matches = (card: LibraryCard, text: string): boolean => {
  const words = [card.title, card.purpose, card.template?.usedBy ?? '', ...card.documents.map(({ title }) => title)]
    .join(' ')
    .toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part))
}

const isShown = ({ documents, state }: LibraryCard, show: LibraryShow): boolean =>
  show === 'all' || (show === 'begun' ? documents.length > 0 : state.kind === 'info' || state.kind === 'at-risk')

/** The library by topic, narrowed by what was typed and chosen. Topics with nothing in them are left out. */
export const librarySections = (
  { templates, documents }: ToolkitLibrary,
  text: string,
  show: LibraryShow = 'all',
): readonly LibrarySection[] => {
  const codes = new Set(templates.map(({ code }) => code))
  return TEMPLATE_TOPICS.map((topic) => {
    const fromTemplates = templates
      .filter((template) => template.topic === topic)
      .map((template) =>
        templateCard(
          template,
          documents.filter(({ templateCode }) => templateCode === template.code),
        ),
      )
    const fromNothing = documents
      .filter((one) => one.topic === topic && (one.templateCode === null || !codes.has(one.templateCode)))
      .map(documentCard)
    const cards = [...fromTemplates, ...fromNothing].filter((card) => matches(card, text.trim()) && isShown(card, show))
    return { topic, label: TOPIC_LABELS[topic], cards }
  }).filter(({ cards }) => cards.length > 0)
}
