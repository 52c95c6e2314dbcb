import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Person, Registration } from '#shared/features/register/schema.ts'
import classes from './details.module.css'
import { draftOfRegistration, type RegistrationDraft, stayWords } from './registration-draft.ts'
import { RegistrationDrawer } from './registration-drawer.tsx'

type RegistrationsPanelProps = {
  readonly person: Person
  readonly registrations: readonly Registration[]
  readonly mayEdit: boolean
}

type Open = { readonly id: string | null; readonly start: RegistrationDraft }

type StayProps = { readonly stay: Registration; readonly onOpen: ((open: Open) => void) | undefined }

const Stay = ({ stay, onOpen }: StayProps): ReactNode => {
  const start = draftOfRegistration(stay)
  const place = `${stay.practiceName}, ${stayWords(stay)}`
  return (
    <li className={classes.stay}>
      <span className={classes.stayWords}>
        <b>{stay.odsCode === null ? stay.practiceName : `${stay.practiceName} (${stay.odsCode})`}</b>
        <span>{stayWords(stay)}</span>
      </span>
      {onOpen !== undefined && stay.to === null && (
        <Button
          size="small"
          aria-label={`End ${place}`}
          onClick={() => onOpen({ id: stay.id, start: { ...start, to: dayPartsOf(today()) } })}
        >
          End
        </Button>
      )}
      {onOpen !== undefined && (
        <Button size="small" aria-label={`Change ${place}`} onClick={() => onOpen({ id: stay.id, start })}>
          Change
        </Button>
      )}
    </li>
  )
}

/** The practices somebody was registered with, and when. */
export const RegistrationsPanel = ({ person, registrations, mayEdit }: RegistrationsPanelProps): ReactNode => {
  const [open, setOpen] = useState<Open>()
  const practice = useCoreQuery('access', 'practice', {}, { enabled: mayEdit })
  const add = (): void =>
    setOpen({
      id: null,
      start: draftOfRegistration({
        practiceName: practice.data?.name ?? '',
        odsCode: practice.data?.odsCode ?? null,
      }),
    })
  return (
    <Panel
      title="Registered practice"
      padding="flush"
      actions={
        mayEdit && (
          <Button size="small" icon={IconPlus} aria-label="Add a registration" onClick={add}>
            Add
          </Button>
        )
      }
    >
      {registrations.length === 0 ? (
        <div className={classes.padded}>
          <p className={classes.nothing}>Nothing recorded yet.</p>
        </div>
      ) : (
        <ul className={classes.stays}>
          {registrations.map((stay) => (
            <Stay key={stay.id} stay={stay} onOpen={mayEdit ? setOpen : undefined} />
          ))}
        </ul>
      )}
      {open !== undefined && (
        <RegistrationDrawer
          person={person}
          registrations={registrations}
          id={open.id}
          start={open.start}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}
