import type { KeyboardEvent } from 'react'
import type { TimelineLine } from '#shared/features/plan/timeline-layout.ts'

const neighbour = (lines: readonly TimelineLine[], from: number, key: string, page: number): number | undefined => {
  const actions = lines.flatMap(({ kind }, line) => (kind === 'action' ? [line] : []))
  const here = actions.indexOf(from)
  const next = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: actions.length - 1,
    PageDown: here + page,
    PageUp: here - page,
  }[key]
  return next === undefined ? undefined : actions[Math.max(0, Math.min(next, actions.length - 1))]
}

/** Left and right within a row: from the action to its milestones, in order. */
const stopBeside = (from: Element, step: 1 | -1): HTMLElement | undefined => {
  const row = from.closest('[data-line]')
  const stops = [...(row?.querySelectorAll<HTMLElement>('a[data-open], [data-milestone]') ?? [])]
  return stops[stops.findIndex((stop) => stop === from) + step]
}

const isAside = (key: string): 1 | -1 | 0 => (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)

interface KeyDoing {
  readonly lines: readonly TimelineLine[]
  /** Lines that fit in view, for Page Up and Page Down. */
  readonly page: () => number
  /** Moves an action, its end, or a milestone by so many months. */
  readonly byMonths: (id: string, part: 'bar' | 'end', months: 1 | -1) => void
  readonly goTo: (line: number) => void
}

/** The line of the timeline that an element stands in; undefined outside of all. */
export const lineOf = (element: Element | null): number | undefined => {
  const line = element?.closest<HTMLElement>('[data-line]')?.dataset['line']
  return line === undefined ? undefined : Number(line)
}

/**
 * Up, Down, Home, End, Page Up and Page Down go from action to action, Left and Right along its milestones. With Alt, Left
 * and Right move what is in focus by a month; with Shift too, only its end.
 */
export const onTimelineKey = (event: KeyboardEvent, { lines, page, byMonths, goTo }: KeyDoing): void => {
  const target = event.target instanceof HTMLElement ? event.target : null
  const line = lineOf(target)
  const aside = isAside(event.key)
  if (target === null || line === undefined || event.ctrlKey || event.metaKey) return
  if (event.altKey && aside !== 0) {
    const id = target.dataset['milestone'] ?? target.dataset['open']
    event.preventDefault()
    if (id !== undefined) byMonths(id, event.shiftKey ? 'end' : 'bar', aside)
  } else if (event.altKey || event.shiftKey) return
  else if (aside !== 0) {
    event.preventDefault()
    stopBeside(target, aside)?.focus()
  } else {
    const next = neighbour(lines, line, event.key, page())
    if (next === undefined) return
    event.preventDefault()
    goTo(next)
  }
}
