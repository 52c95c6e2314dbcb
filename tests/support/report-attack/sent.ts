/** The .json file of a report as somebody reads it who was sent it. */

interface Count {
  readonly id: string
  readonly state: 'shown' | 'hidden'
  readonly value?: number
  readonly why?: 'small' | 'protect'
}

export interface Result {
  readonly state: string
  readonly why?: 'small' | 'protect'
  readonly value?: number
  readonly low?: number
  readonly high?: number
}

interface Cell {
  readonly kind: string
  readonly text?: string
  readonly figure?: Count
  readonly unit?: string
  readonly estimate?: Result
}

export interface Table {
  readonly id: string
  readonly rows: readonly (readonly Cell[])[]
  readonly totalRow: boolean
}

export interface Measure {
  readonly id: string
  readonly numerator: Count
  readonly denominator: Count | null
  readonly population: number | null
  readonly unit: string
  readonly estimate: Result
}

type Block = {
  readonly type: string
  readonly indicators?: readonly Measure[]
  readonly text?: string
} & Partial<Table>

export interface Sent {
  readonly smallNumbers: string
  readonly listSize: number
  readonly from: string
  readonly to: string
  readonly hiddenCounts: { readonly small: number; readonly protect: number }
  readonly explanations: readonly { readonly leftOut: readonly { readonly count: Count }[] }[]
  readonly sections: readonly { readonly id: string; readonly finding: string; readonly blocks: readonly Block[] }[]
}

export const countsIn = (value: unknown): Count[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && 'state' in value ? [value as Count] : []
  return [...own, ...Object.values(value).flatMap(countsIn)]
}

export const tablesIn = (sent: Sent): Table[] =>
  sent.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? [block as Table] : [])))

export const measuresIn = (sent: Sent): Measure[] =>
  sent.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.indicators ?? []))

export const idAt = (row: readonly Cell[] | undefined, column: number): string | null =>
  row?.[column]?.figure?.id ?? null

/** The mark of every hidden count. */
export const hiddenAs = (sent: Sent): Map<string, 'small' | 'protect'> =>
  new Map(countsIn(sent).flatMap(({ id, state, why = 'protect' }) => (state === 'hidden' ? [[id, why] as const] : [])))

/** Marks that the file says it holds, and marks a reader counts in its tables. */
export const countedMarks = (sent: Sent): { readonly small: number; readonly protect: number } => {
  const found = new Map(countsIn(sent.sections).map((count) => [count.id, count]))
  const number = (why: string): number => [...found.values()].filter((count) => count.why === why).length
  return { small: number('small'), protect: number('protect') }
}
