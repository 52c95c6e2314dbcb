import { dayOf } from '#renderer/app/clock.ts'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import type { LibraryLine, TemplateLine, ToolkitLibrary } from '#shared/features/toolkit/schema.ts'
import { TEMPLATE_TOPICS, type TemplateTopic } from '#shared/features/toolkit/template.ts'
import { type LibraryShow, templateCardId } from './toolkit-address.ts'

/** One card of the library: a template with what was made from it, or a document made from nothing. */
export interface LibraryCard {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly template: TemplateLine | null
  readonly documents: readonly LibraryLine[]
  /** "Issue 3, sent 2 Sep 2026" */
  readonly issued: string
  readonly state: { readonly kind: StatusKind; readonly words: string }
}

export interface LibrarySection {
  readonly topic: TemplateTopic
  readonly label: string
  readonly cards: readonly LibraryCard[]
}

const newestIssue = (documents: readonly LibraryLine[]) =>
  documents
    .flatMap(({ lastIssue }) => lastIssue ?? [])
    .reduce<LibraryLine['lastIssue']>(
      (newest, issue) => (newest === null || issue.issuedOn > newest.issuedOn ? issue : newest),
      null,
    )

const issuedWords = (template: TemplateLine | null, documents: readonly LibraryLine[]): string => {
  const last = newestIssue(documents)
  const [first] = documents
  if (first === undefined) return template === null ? '' : `About ${template.minutes} minutes to fill in`
  if (documents.length > 1)
    return `${documents.length} documents${last === null ? '' : `, last sent ${formatIsoDate(last.issuedOn)}`}`
  return last === null
    ? `Draft, last written ${formatIsoDate(dayOf(first.updatedAt))}`
    : `Issue ${last.number}, sent ${formatIsoDate(last.issuedOn)}`
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const sum = (documents: readonly LibraryLine[], of: (one: LibraryLine) => number): number =>
  documents.reduce((total, one) => total + of(one), 0)

const firstReview = (documents: readonly LibraryLine[]): string =>
  formatIsoDate(documents.flatMap(({ reviewDue }) => reviewDue ?? []).toSorted()[0] ?? '')

type CardState = LibraryCard['state']

/** What there is to say of some documents, the most pressing first. */
const sayings = (documents: readonly LibraryLine[]): readonly (CardState | null)[] => {
  const due = documents.filter(({ isReviewDue }) => isReviewDue)
  const near = documents.filter(({ isReviewNear }) => isReviewNear)
  const actions = sum(documents, (one) => one.openActions)
  const changed = sum(documents, (one) => one.changed ?? 0)
  const comments = sum(documents, (one) => one.openComments)
  const drafts = documents.filter(({ issues }) => issues === 0)
  const blanks = sum(drafts, (one) => one.blanksLeft)
  return [
    due.length === 0 ? null : { kind: 'at-risk', words: `Review due ${firstReview(due)}` },
    near.length === 0 ? null : { kind: 'due', words: `Review due ${firstReview(near)}` },
    actions === 0 ? null : { kind: 'on-track', words: `${counted(actions, 'action', 'actions')} still open` },
    changed === 0 ? null : { kind: 'info', words: `${counted(changed, 'fact', 'facts')} changed since` },
    comments === 0 ? null : { kind: 'info', words: `${counted(comments, 'comment', 'comments')} open` },
    documents.every(({ isPrivate }) => isPrivate) ? { kind: 'done', words: 'Seen by you only' } : null,
    blanks === 0 ? null : { kind: 'not-started', words: `${counted(blanks, 'blank', 'blanks')} to fill` },
    drafts.length === documents.length ? { kind: 'not-started', words: 'Not issued yet' } : null,
  ]
}

/** How the documents stand: of what there is to say, the most pressing. */
export const stateOf = (documents: readonly LibraryLine[]): CardState => {
  if (documents.length === 0) return { kind: 'not-started', words: 'Not begun' }
  return sayings(documents).find((one) => one !== null) ?? { kind: 'done', words: 'Nothing has changed' }
}

const LEARNING_EVENT = 'learning-event'

/** A card with diagnoses waiting to be written up says so, whatever was written before. */
const cardState = (template: TemplateLine, documents: readonly LibraryLine[], learningSuggested: number): CardState =>
  template.code === LEARNING_EVENT && learningSuggested > 0
    ? { kind: 'at-risk', words: `${counted(learningSuggested, 'diagnosis', 'diagnoses')} to write up` }
    : stateOf(documents)

const templateCard = (
  template: TemplateLine,
  documents: readonly LibraryLine[],
  learningSuggested: number,
): LibraryCard => ({
  id: templateCardId(template.code),
  title: template.title,
  purpose: template.purpose,
  template,
  documents,
  issued: issuedWords(template, documents),
  state: cardState(template, documents, learningSuggested),
})

const documentCard = (document: LibraryLine): LibraryCard => ({
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

/** States that ask for a look: what is due, still open or changed. */
const PRESSING: readonly StatusKind[] = ['at-risk', 'due', 'info', 'on-track']

const isShown = ({ documents, state }: LibraryCard, show: LibraryShow): boolean =>
  show === 'all' || (show === 'begun' ? documents.length > 0 : PRESSING.includes(state.kind))

/** The library by topic, narrowed by what was typed and chosen. Topics with nothing in them are left out. */
export const librarySections = (
  { templates, documents, learningSuggested }: ToolkitLibrary,
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
          learningSuggested,
        ),
      )
    const fromNothing = documents
      .filter((one) => one.topic === topic && (one.templateCode === null || !codes.has(one.templateCode)))
      .map(documentCard)
    const cards = [...fromTemplates, ...fromNothing].filter((card) => matches(card, text.trim()) && isShown(card, show))
    return { topic, label: TOPIC_LABELS[topic], cards }
  }).filter(({ cards }) => cards.length > 0)
}
