import { IconChartDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import type { LetterTab } from '#shared/features/letters/schema.ts'
import { letterCount } from '#shared/features/letters/words.ts'
import { type ChangeLetters, filterCount, type LettersAddress, noFilters } from './letters-address.ts'
import { LETTER_KEYS } from './letters-queue.ts'
import frame from '#renderer/ui/page-frame.module.css'

const EMPTY_WORDS: Readonly<Record<LetterTab, string>> = {
  late: 'No letter is late',
  week: 'No letter is due this week',
  expected: 'No letter is expected later',
  arrived: 'No letter came in the last 7 days',
}

/** Why the list is empty, and what to do. */
export const NoLetters = ({
  address,
  change,
}: {
  readonly address: LettersAddress
  readonly change: ChangeLetters
}): ReactNode =>
  filterCount(address) === 0 ? (
    <EmptyState title={EMPTY_WORDS[address.tab]}>
      Letters come to this list by themselves, from what is logged in the journeys.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing found" actions={<Button onClick={() => change(noFilters)}>Show every letter</Button>}>
      No letter of this list fits what is asked for.
    </EmptyState>
  )

/** "9 letters, 8 people". */
export const countWords = (tab: LetterTab, total: number | undefined, people: number | null | undefined): string => {
  if (total === undefined) return ''
  const of =
    tab === 'late' && typeof people === 'number'
      ? `, ${people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`}`
      : ''
  return `${letterCount(total)}${of}`
}

type LettersFootProps = { readonly words: string; readonly withKeys: boolean }

/** How many, and the keys that work on the letter in focus. */
export const LettersFoot = ({ words, withKeys }: LettersFootProps): ReactNode => (
  <footer className={frame.status}>
    <span>{words}</span>
    <Link href="/letters/gap" asChild>
      <ButtonLink kind="quiet" size="small" icon={IconChartDots}>
        Gap meter
      </ButtonLink>
    </Link>
    <span className={frame.push} />
    {withKeys &&
      LETTER_KEYS.map(({ keys, short }) => (
        <span key={keys}>
          <KeyHint keys={keys} /> {short}
        </span>
      ))}
  </footer>
)
