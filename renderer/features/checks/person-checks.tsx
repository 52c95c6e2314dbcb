import { IconListCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Hit } from '#shared/features/checks/schema.ts'
import { toLookAt } from '#shared/features/checks/words.ts'
import type { Person } from '#shared/features/register/schema.ts'
import { mendAt, severityMark } from './check-words.ts'
import classes from './checks.module.css'
import { ReasonDialog } from './reason-dialog.tsx'

const keyOf = ({ rule, subjectId }: Hit): string => `${rule} ${subjectId}`

type HitCardProps = {
  readonly hit: Hit
  readonly personId: string
  readonly mayWrite: boolean
  readonly onKeep: () => void
  readonly onAskAgain: () => void
}

const HitCard = ({ hit, personId, mayWrite, onKeep, onAskAgain }: HitCardProps): ReactNode => {
  const { kind, words } = severityMark[hit.severity]
  const { path, label } = mendAt(personId, hit)
  const { override } = hit
  return (
    <li className={classes.hit}>
      <h3 className={classes.hitTitle}>{hit.title}</h3>
      <StatusMark kind={override === null ? kind : 'done'}>
        {override === null ? words : 'Kept with a reason'}
      </StatusMark>
      <p>{hit.words}</p>
      {override === null ? (
        <p className={classes.quiet}>{hit.whatToDo}</p>
      ) : (
        <p className={classes.quiet}>
          “{override.reason}” ({override.byName}, {formatIsoDate(override.madeOn)})
        </p>
      )}
      {mayWrite && (
        <p className={classes.actions}>
          <Link href={path} asChild>
            <ButtonLink size="small">{label}</ButtonLink>
          </Link>
          {override === null && hit.severity === 'warning' && (
            <Button size="small" onClick={onKeep}>
              It is right: keep it
            </Button>
          )}
          {override !== null && (
            <Button size="small" onClick={onAskAgain}>
              Ask again
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

type ChecksDrawerProps = { readonly person: Person; readonly hits: readonly Hit[]; readonly onClose: () => void }

const ChecksDrawer = ({ person, hits, onClose }: ChecksDrawerProps): ReactNode => {
  const mayWrite = useMay('register.write')
  const [keeping, setKeeping] = useState<Hit | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const patient = bannerOf(person, today())
  const askAgain = async ({ override }: Hit): Promise<void> => {
    if (override === null) return
    const { refused } = await doUndoable(
      core.checks.askAgain({ id: override.id, version: override.version }),
      'The check asks again.',
      setFailure,
    )
    setFailure(refused?.message ?? null)
  }
  return (
    <>
      <Drawer open onClose={onClose} title="What the checks say">
        <PatientBanner layout="preview" patient={patient} />
        <div className={classes.drawer}>
          {failure !== null && (
            <InlineAlert tone="bad" spoken title="That could not be done">
              {failure}
            </InlineAlert>
          )}
          {hits.length === 0 && <p>Nothing any more.</p>}
          <ul className={classes.hits}>
            {hits.map((hit) => (
              <HitCard
                key={keyOf(hit)}
                hit={hit}
                personId={person.id}
                mayWrite={mayWrite}
                onKeep={() => setKeeping(hit)}
                onAskAgain={() => void askAgain(hit)}
              />
            ))}
          </ul>
        </div>
      </Drawer>
      {keeping !== null && (
        <ReasonDialog
          title="Keep it with a reason"
          banner={<PatientBanner layout="strip" patient={patient} />}
          label="Why it is right"
          save="Keep it"
          saved="Kept with your reason."
          send={(reason) =>
            core.checks.keep({ personId: person.id, rule: keeping.rule, subjectId: keeping.subjectId, reason })
          }
          onDone={() => setKeeping(null)}
          onClose={() => setKeeping(null)}
          onFailedUndo={setFailure}
        >
          <p>{keeping.words}</p>
          <p className={classes.quiet}>The reason holds until one of these values changes.</p>
        </ReasonDialog>
      )}
    </>
  )
}

/** A quiet line where the checks have something to say about this person; nothing for nearly everybody. */
export const PersonChecks = ({ personId }: { readonly personId: string }): ReactNode => {
  const [open, setOpen] = useState(false)
  const hits = useCoreQuery('checks', 'ofPerson', { personId }).data
  const person = useCoreQuery('register', 'person', { id: personId }).data?.person
  if (hits === undefined || person === undefined || (hits.length === 0 && !open)) return null
  const unkept = hits.filter(({ override }) => override === null)
  const errors = unkept.filter(({ severity }) => severity === 'error').length
  const words = toLookAt(errors, unkept.length - errors)
  return (
    <>
      {hits.length > 0 && (
        <div className={classes.line} data-print="hide">
          <Button kind="quiet" size="small" icon={IconListCheck} onClick={() => setOpen(true)}>
            {words === null ? `Checks: ${hits.length} kept with a reason` : `Checks: ${words}`}
          </Button>
        </div>
      )}
      {open && <ChecksDrawer person={person} hits={hits} onClose={() => setOpen(false)} />}
    </>
  )
}
