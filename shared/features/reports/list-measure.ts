import type { FigureSheet } from './figure-sheet.ts'
import type { SourceList } from './source.ts'

const DIFFER = ['theirs_only', 'ours_only', 'other_date'] as const

/** The id of a figure of a list, by its place among the lists of the report. */
export const listFigure = (at: number, name: string): string => `list-${at}.${name}`

/**
 * For each compared list: what is in both, what is on one side only, what has another date, with the days behind the
 * median, and how much of what differs is decided.
 */
export const measureLists = (sheet: FigureSheet, lists: readonly SourceList[]): void => {
  for (const [at, list] of lists.entries()) {
    const id = (name: string): string => listFigure(at, name)
    sheet.count(id('both'), list.both)
    for (const kind of DIFFER) sheet.count(id(kind), list[kind])
    sheet.count(id('resolved'), list.resolved)
    sheet.count(id('open'), list.open)
    sheet.count(id('differ'), list.resolved + list.open)
    sheet.sum(id('differ'), [id('resolved'), id('open')])
    sheet.sum(
      id('differ'),
      DIFFER.map((kind) => id(kind)),
    )
    sheet.count(id('days'), list.days.length)
    sheet.count(id('days-left'), list.other_date - list.days.length)
    sheet.sum(id('other_date'), [id('days'), id('days-left')])
    sheet.spread(id('days'), { countId: id('days'), values: list.days })
  }
}
