import { useCommands } from '#renderer/app/commands.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { type DifferenceChoice, DIFFERENCE_CHOICES, differenceOf } from '#shared/features/imports/differences.ts'
import type { ImportRow } from '#shared/features/imports/schema.ts'
import { nextOpen } from './open-differences.ts'
import type { Choosing } from './use-choices.ts'

/** The difference that has the focus, by its place among the fields of the person. */
const focusedDifference = (): number => {
  const place = document.activeElement?.closest<HTMLElement>('[data-difference]')?.dataset['difference']
  return place === undefined ? -1 : Number(place)
}

/** The difference that the keys speak of: the one with the focus, else the first that nobody has chosen about. */
const differenceForKeys = (row: ImportRow): number => {
  const focused = focusedDifference()
  return focused >= 0 && row.changes[focused]?.difference != null ? focused : nextOpen(row.changes)
}

const focusDifference = (at: number): void => {
  const place = document.querySelector(`[data-difference="${at}"]`)
  place?.querySelector<HTMLElement>('input:checked, input')?.focus()
}

const KEYS: Readonly<Record<DifferenceChoice, string>> = { ours: 'O', theirs: 'T', both: 'B' }

/**
 * One letter chooses and goes on to what is left to choose: of this person, else the next person.
 * @param row with the choices made so far.
 */
export const useChoiceKeys = (row: ImportRow | undefined, choosing: Choosing, onNextPerson: () => void): void => {
  const choose = (choice: DifferenceChoice): boolean => {
    if (row === undefined) return false
    const at = differenceForKeys(row)
    const change = row.changes[at]
    const difference = change?.difference
    if (change === undefined || difference == null || !differenceOf(difference.code).choices.includes(choice))
      return false
    const wasFocused = focusedDifference() >= 0
    choosing.chooseHere({ line: row.line, code: difference.code, nth: difference.nth }, choice)
    const others = row.changes.map((one, place) => (place === at ? { ...one, difference: null } : one))
    const after = nextOpen(others, at + 1)
    const next = after >= 0 ? after : nextOpen(others)
    const said = `${change.label}: ${KEY_WORDS[choice]}.`
    if (next >= 0) {
      announce(`${said} Next: ${others[next]?.label ?? ''}.`)
      if (wasFocused) focusDifference(next)
    } else {
      announce(said)
      onNextPerson()
    }
    return true
  }
  useCommands([
    ...DIFFERENCE_CHOICES.map(({ code, label }) => ({
      id: `imports.choose-${code}`,
      title: label,
      group: 'On this page' as const,
      keys: [KEYS[code]],
      keysOnly: true,
      run: () => choose(code),
    })),
    {
      id: 'imports.unchoose',
      title: 'Take back the last choice',
      group: 'On this page',
      keys: ['Ctrl+Z'],
      keysOnly: true,
      run: () => {
        if (!choosing.undoLast()) return false
        announce('The last choice was taken back.')
      },
    },
  ])
}

const KEY_WORDS: Readonly<Record<DifferenceChoice, string>> = {
  ours: 'ours kept',
  theirs: 'theirs taken',
  both: 'both kept',
}
