import { IconFileImport, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import classes from './register.module.css'
import { useMay } from '#renderer/app/use-may.ts'

/** Two empty lanes and where a person's first events will be. */
const EmptyLanes = (): ReactNode => (
  <svg className={classes.emptyPicture} viewBox="0 0 360 220" aria-hidden="true">
    <path d="M20 60H340" className={classes.emptyPractice} />
    <path d="M20 160H340" className={classes.emptyHospital} />
    <path d="M210 160C225 110 245 110 260 60" className={classes.emptyLink} />
    <circle cx="70" cy="60" r="9" className={classes.emptyPracticeMark} />
    <circle cx="120" cy="60" r="9" className={classes.emptyPracticeMark} />
    <rect x="152" y="151" width="18" height="18" rx="3" className={classes.emptyHospitalMark} />
    <rect x="201" y="151" width="18" height="18" rx="3" className={classes.emptyHospitalMark} />
    <circle cx="260" cy="60" r="10" className={classes.emptyHole} />
  </svg>
)

/** The register before anybody is on it. */
export const EmptyRegister = (): ReactNode => {
  const mayAdd = useMay('register.write')
  const mayImport = useMay('imports.run')
  return (
    <EmptyState
      scale="page"
      title="Nobody is on the register yet. Start with a list you have."
      picture={<EmptyLanes />}
      actions={
        <>
          {mayImport && (
            <Link href="/imports" asChild>
              <ButtonLink kind="filled" size="large" icon={IconFileImport}>
                Bring in a file
              </ButtonLink>
            </Link>
          )}
          {mayAdd && (
            <Link href="/register/new" asChild>
              <ButtonLink kind={mayImport ? 'default' : 'filled'} size="large" icon={IconUserPlus} keys="N">
                Add a person
              </ButtonLink>
            </Link>
          )}
        </>
      }
      steps={[
        <>
          <b>Bring in</b> the cancer list from your GP system, as a file. You see every row before anything is saved.
        </>,
        <>
          <b>Add people</b> by hand as letters come in.
        </>,
        <>
          <b>Log what happens</b>, and Throughline shows which letters are missing and who is due a review.
        </>,
      ]}
    >
      The register is everyone at your practice with a cancer diagnosis, and where each of them is on the way.
    </EmptyState>
  )
}

/** A list that the search and the filters have emptied. */
export const NothingFound = ({
  filters,
  onClear,
}: {
  readonly filters: number
  readonly onClear: () => void
}): ReactNode => (
  <EmptyState
    title={filters === 0 ? 'Nobody is in this view today' : 'Nobody matches'}
    actions={
      filters === 0 ? undefined : (
        <Button kind="filled" onClick={onClear}>
          Clear the search and filters
        </Button>
      )
    }
  >
    {filters === 0
      ? 'Somebody appears here as soon as the view fits them.'
      : 'Try fewer letters, or clear what narrows the list. Everybody is still on the register.'}
  </EmptyState>
)
