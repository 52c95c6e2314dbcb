import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Handout } from '#shared/features/handouts/contract.ts'
import { displayName } from '#shared/domain/people.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { printHandout } from './print-handout.ts'
import classes from './handouts.module.css'

type HandoutFrameProps = {
  readonly person: Person
  readonly what: Handout
  readonly title: string
  readonly hint: string
  /** Why it may not be printed now. */
  readonly whyNot?: string | undefined
  /** Printed as soon as it stands on the page; called when that begins. */
  readonly onPrintAtOnce?: (() => void) | undefined
  /** Choices beside the paper. */
  readonly side?: ReactNode
  readonly children: ReactNode
}

/** A paper as it will be printed, with who it is about over it. Only the paper itself comes out of the printer. */
export const HandoutFrame = (props: HandoutFrameProps): ReactNode => {
  const { person, what, title, whyNot } = props
  const [, goTo] = usePath()
  const [failure, setFailure] = useState<string | null>(null)
  usePageTitle('handout')
  const journey = `/people/${person.id}/journey`
  const print = async (): Promise<void> => {
    if (whyNot !== undefined) return
    setFailure(await printHandout(person.id, what))
  }
  const begun = useRef(false)
  const { onPrintAtOnce } = props
  useEffect(() => {
    if (onPrintAtOnce === undefined || begun.current) return
    begun.current = true
    onPrintAtOnce()
    void print()
  })
  const back = (): void => goTo(journey)
  useBreadcrumbs([
    { label: 'Register', path: '/register' },
    { label: displayName(person), path: journey },
    { label: title },
  ])
  useCommands([
    {
      id: 'handout.print',
      title: 'Print this paper',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    { id: 'handout.back', title: 'Back to the journey', group: 'On this page', keys: ['Esc'], run: back },
  ])
  return (
    <div className={classes.page}>
      <div className={classes.tools} data-print="hide">
        <PersonStrip personId={person.id} layout="page" />
        <PageHeader
          title={title}
          actions={
            <>
              <Button icon={IconArrowLeft} keys="Esc" onClick={back}>
                Back to the journey
              </Button>
              <Button
                kind="filled"
                icon={IconPrinter}
                keys="P"
                onClick={() => void print()}
                {...(whyNot === undefined ? {} : { whyNot })}
              >
                Print
              </Button>
            </>
          }
        >
          {props.hint}
        </PageHeader>
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="It was not printed">
            {failure}
          </InlineAlert>
        )}
      </div>
      <div className={classes.bench}>
        {props.side !== undefined && (
          <div className={classes.side} data-print="hide">
            {props.side}
          </div>
        )}
        {props.children}
      </div>
    </div>
  )
}
