import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { SkipLink } from '#renderer/ui/skip-link.tsx'
import { ToastRegion } from '#renderer/ui/toasts.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { BreadcrumbProvider } from './breadcrumbs.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Palette } from './palette.tsx'
import type { FindPeople } from './palette-search.ts'
import { changePreferences, usePreferences } from './preferences.ts'
import { type BackupState, Rail, type SignedIn } from './rail.tsx'
import { usePath } from './router.tsx'
import { useShellCommands } from './shell-commands.ts'
import classes from './shell.module.css'
import { type RunningJob, TopBar } from './top-bar.tsx'

type ShellProps = {
  readonly user: SignedIn
  readonly demo: boolean
  readonly backup?: BackupState | undefined
  /** Late work by destination id. */
  readonly lateCounts?: Readonly<Record<string, number>>
  readonly job?: RunningJob | undefined
  /** Keep it stable between renders. */
  readonly findPeople: FindPeople
  readonly onLock: () => void
  /** Writes a screen's failure to the log; gives its reference. */
  readonly reportFailure?: (failure: { readonly name: string; readonly componentStack: string }) => string
  readonly children: ReactNode
}

const MAIN_ID = 'main'

const ROOM_FOR_RAIL = 60
const ROOM_FOR_RAIL_AND_JOURNEY = 87.5

/** Patient pages give the rail's width to the journey on a small screen, every page does where text is large. */
const useRailFolded = (path: string): boolean => {
  const { railFolded } = usePreferences()
  const fits = useRoomFor(ROOM_FOR_RAIL)
  const fitsJourney = useRoomFor(ROOM_FOR_RAIL_AND_JOURNEY)
  return railFolded || !fits || (!fitsJourney && path.startsWith('/people/'))
}

/** After unlocking and after going to another page, reading starts at its top and not where the last one was left. */
const useFocusOnNavigation = (path: string): React.RefObject<HTMLElement | null> => {
  const main = useRef<HTMLElement>(null)
  const before = useRef<string>(undefined)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.scrollTo({ top: 0 })
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

/** The frame of the window: bar, rail and page, with the finder and the keys over them. */
export const Shell = (props: ShellProps): ReactNode => {
  const [path, goTo] = usePath()
  const [over, setOver] = useState<'finder' | 'keys'>()
  const folded = useRailFolded(path)
  const main = useFocusOnNavigation(path)
  const closeOver = (): void => setOver(undefined)
  useShellCommands({ goTo, openFinder: () => setOver('finder'), openKeys: () => setOver('keys'), lock: props.onLock })
  return (
    <BreadcrumbProvider>
      <SkipLink target={MAIN_ID}>Skip to the page</SkipLink>
      <div
        className={classNames(classes.app, folded && classes.folded, over === 'finder' && classes.blurred)}
        data-frame
      >
        <TopBar
          demo={props.demo}
          folded={folded}
          job={props.job}
          onFind={() => setOver('finder')}
          onHelp={() => setOver('keys')}
          onLock={props.onLock}
          onFold={() => changePreferences({ railFolded: !folded })}
        />
        <Rail folded={folded} user={props.user} backup={props.backup} lateCounts={props.lateCounts ?? {}} />
        <main id={MAIN_ID} ref={main} className={classes.main} tabIndex={-1} data-region>
          <ErrorBoundary
            page={path}
            onLeave={() => goTo('/register')}
            {...(props.reportFailure === undefined ? {} : { report: props.reportFailure })}
          >
            {props.children}
          </ErrorBoundary>
        </main>
      </div>
      <Palette
        open={over === 'finder'}
        onClose={closeOver}
        findPeople={props.findPeople}
        onOpenPerson={(id) => goTo(`/people/${id}/journey`)}
      />
      <KeysHelp open={over === 'keys'} onClose={closeOver} />
      <ToastRegion />
    </BreadcrumbProvider>
  )
}
