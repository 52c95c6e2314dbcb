import { normaliseName } from '#shared/domain/text-match.ts'
import type { SheetColumn } from './sheet-schema.ts'

/** Headings that say it outright, compared without case, accents or punctuation. */
const WORDS: Readonly<Record<SheetColumn, string>> = {
  objective: 'objective|objectives|aim|aims|goal|goals|priority|theme|strand|strategic objective|our objective',
  code: 'code|ref|reference|no|number|id|action no|action number|action ref|action id|item|item no',
  title: 'action|actions|task|tasks|what|activity|step|steps|action required|what will we do|what needs to be done',
  owner: 'owner|lead|who|responsible|responsibility|action owner|by whom|person responsible|assigned to|accountable',
  partners: 'with|partner|partners|with whom|working with|stakeholders|supported by|support from|others involved',
  starts: 'start|starts|start date|starts on|from|begin|begins|planned start|date started|start month',
  due: 'due|due date|deadline|by when|when|target date|finish|finish date|end|end date|ends|target|completion date|complete by|to be done by|timescale',
  status: 'status|rag|rag status|brag|brag status|rag rating|progress|progress status|action status|current status',
  milestones: 'milestone|milestones|key milestones|milestones and dates|steps on the way',
  met: 'met|milestone met|reached|reached on|met on',
  measures: 'measure|measures|metric|metrics|indicator|indicators',
  cost: 'cost|costs|budget|funding|resource|resources|cost and funding|resources needed|resources required',
  risk: 'risk|risks|barriers|risks and barriers|issues and risks|risk and mitigation|risks and mitigation',
  notes:
    'note|notes|comment|comments|detail|details|description|words|update|updates|further information|progress notes|progress update|outcome|outcomes|success measure|success measures|success criteria|how will we know|evidence|why|rationale',
}

const EXACT = new Map(
  Object.entries(WORDS).flatMap(([column, words]) => words.split('|').map((word) => [word, column as SheetColumn])),
)

/**
 * Longer headings, by what is in them; the first that fits counts. What a column tells of an action ("Action owner") is
 * asked before the action itself, and the day on which something was done is none of the plan's days.
 */
const PARTS: readonly (readonly [SheetColumn | null, RegExp])[] = [
  [null, /\b(?:date|day|actual)\b.*\b(?:completed|closed|done|achieved)\b|\bactual (?:end|finish|completion)\b/],
  ['notes', /\b(?:notes?|comments?|updates?|description|details|outcomes?|success)\b/],
  ['due', /\b(?:due|deadline|by when|target date|finish|end date|completion|complete by|timescales?|timeframe)\b/],
  ['starts', /\b(?:start|starts|begins?)\b/],
  ['owner', /\b(?:owner|lead|leads|who|whom|responsible|responsibility|accountable)\b/],
  ['partners', /\b(?:partners?|stakeholders?|supported by|working with)\b/],
  ['status', /\b(?:status|rag|brag|progress)\b/],
  ['milestones', /\bmilestones?\b/],
  ['cost', /\b(?:costs?|budget|funding|resources?)\b/],
  ['risk', /\brisks?\b/],
  ['objective', /\b(?:objectives?|aims?|goals?)\b/],
  ['title', /\b(?:actions?|tasks?|activity)\b/],
]

/** What a heading says its column holds; null for a heading that is none of a plan's. */
export const columnOfHeading = (heading: string): SheetColumn | null => {
  const plain = normaliseName(heading)
  const exact = EXACT.get(plain)
  if (exact !== undefined || plain === '') return exact ?? null
  return PARTS.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** How many headings of a plan a row has, each counted once. */
export const knownHeadings = (cells: readonly string[]): number =>
  new Set(cells.map(columnOfHeading).filter((column) => column !== null)).size

/** Which cell of a row holds what. Notes may stand in several; anything else in one, and `progress` may be either. */
export interface SheetLayout {
  readonly at: Readonly<Partial<Record<SheetColumn, number>>>
  readonly notes: readonly { readonly at: number; readonly heading: string }[]
  /** Headings that were understood, in the order of the sheet. */
  readonly columns: readonly { readonly heading: string; readonly column: SheetColumn }[]
  /** Headings that were not. */
  readonly ignored: readonly string[]
}

const isExact = (heading: string, column: SheetColumn): boolean => EXACT.get(normaliseName(heading)) === column

/** The heading that is taken for a column where several could be: one that says it outright before a longer one. */
const bestOf = (headings: readonly string[], column: SheetColumn): number => {
  const outright = headings.findIndex((heading) => isExact(heading, column))
  return outright >= 0 ? outright : headings.findIndex((heading) => columnOfHeading(heading) === column)
}

/**
 * Lays out the columns under a row of headings.
 * @param isNotes for a column that may hold a status or words about it: whether its cells are words.
 */
export const layOut = (headings: readonly string[], isNotes: (at: number) => boolean): SheetLayout => {
  const at: Partial<Record<SheetColumn, number>> = {}
  const kinds = headings.map(columnOfHeading)
  const told: (SheetColumn | null)[] = kinds.map((kind, place) =>
    kind === 'status' && isNotes(place) ? 'notes' : kind,
  )
  const pick = (column: SheetColumn): number => {
    const best = bestOf(headings, column)
    return best >= 0 && told[best] === column ? best : told.indexOf(column)
  }
  // A sheet that only describes its actions names them by the description.
  const onlyDescribed = told.includes('title') ? -1 : told.indexOf('notes')
  if (onlyDescribed >= 0) told[onlyDescribed] = 'title'
  const columns: { heading: string; column: SheetColumn }[] = []
  const notes: { at: number; heading: string }[] = []
  const ignored: string[] = []
  for (const [place, column] of told.entries()) {
    const heading = headings[place] ?? ''
    if (column === null || (column !== 'notes' && pick(column) !== place)) {
      if (heading !== '') ignored.push(heading)
      continue
    }
    columns.push({ heading, column })
    if (column === 'notes') notes.push({ at: place, heading })
    else at[column] = place
  }
  return { at, notes, columns, ignored }
}
