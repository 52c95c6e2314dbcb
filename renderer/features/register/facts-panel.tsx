import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Fact } from './details-facts.ts'
import classes from './details.module.css'

type FactsPanelProps = {
  readonly title: string
  readonly facts: readonly Fact[]
  /** Where these are changed; undefined for those who may not. */
  readonly editAt?: string | undefined
  /** What is changed there, for the name of the link: "the address". */
  readonly what: string
}

/** "Gender, language and carer", the first letter alone in capitals. */
const listOf = (terms: readonly string[]): string => {
  const words = terms.map((term, index) => (index === 0 || /^[A-Z]{2,}/.test(term) ? term : lowerFirst(term)))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Facts of one group: those that are known, and in one line those that are not. */
export const FactsPanel = ({ title, facts, editAt, what }: FactsPanelProps): ReactNode => {
  const known = facts.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
  const missing = facts.flatMap(({ term, value }) => (value === null ? [term] : []))
  return (
    <Panel
      title={title}
      actions={
        editAt !== undefined && (
          <Link href={editAt} asChild>
            <ButtonLink size="small" icon={IconPencil} aria-label={`Edit ${what}`}>
              Edit
            </ButtonLink>
          </Link>
        )
      }
    >
      {known.length > 0 && <DataList facts={known} />}
      {missing.length > 0 && (
        <p className={known.length > 0 ? classes.missing : classes.nothing}>
          {known.length === 0 ? 'Nothing recorded yet.' : `Not recorded: ${listOf(missing)}.`}
        </p>
      )}
    </Panel>
  )
}
