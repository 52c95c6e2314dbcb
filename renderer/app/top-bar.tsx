import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronRight,
  IconFlask,
  IconHelp,
  IconLock,
  IconSearch,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Spinner } from '#renderer/ui/spinner.tsx'
import { BrandMark } from './brand.tsx'
import { useCrumbList } from './breadcrumbs.tsx'
import { Link, useHistoryReach } from './router.tsx'
import classes from './top-bar.module.css'

export type RunningJob = {
  /** "Network report". */
  readonly label: string
  readonly percent?: number | undefined
  /** Page that shows its progress. */
  readonly path: string
}

type TopBarProps = {
  readonly demo: boolean
  readonly folded: boolean
  readonly job?: RunningJob | undefined
  readonly onFind: () => void
  readonly onHelp: () => void
  readonly onLock: () => void
  readonly onFold: () => void
}

const Crumbs = (): ReactNode => {
  const crumbs = useCrumbList()
  if (crumbs.length === 0) return null
  return (
    <nav aria-label="You are here" className={classes.crumbs}>
      <ol>
        {crumbs.map(({ label, path }, index) => (
          <li key={label}>
            {index > 0 && <Icon of={IconChevronRight} size={14} />}
            {path === undefined ? <span aria-current="page">{label}</span> : <Link href={path}>{label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const JobPill = ({ label, percent, path }: RunningJob): ReactNode => (
  <Link href={path} className={classes.job}>
    <Spinner size={15} />
    {label}
    {percent !== undefined && ` ${Math.round(percent)}%`}
  </Link>
)

/** The bar along the top, which is also the window's title bar: empty parts of it drag the window. */
export const TopBar = (props: TopBarProps): ReactNode => {
  const reach = useHistoryReach()
  const foldWords = props.folded ? 'Unfold the rail' : 'Fold the rail'
  return (
    <header className={classes.bar} data-region tabIndex={-1} data-print="hide">
      <button
        type="button"
        className={props.folded ? classes.brandFolded : classes.brand}
        aria-label={`Throughline: ${foldWords}`}
        title={foldWords}
        onClick={props.onFold}
      >
        <BrandMark />
        {!props.folded && <b>Throughline</b>}
      </button>
      <div className={classes.history}>
        <IconButton
          icon={IconArrowLeft}
          label="Back, Alt and Left"
          disabled={!reach.back}
          onClick={() => history.back()}
        />
        <IconButton
          icon={IconArrowRight}
          label="Forward, Alt and Right"
          disabled={!reach.forward}
          onClick={() => history.forward()}
        />
      </div>
      <Crumbs />
      <button type="button" className={classes.finder} onClick={props.onFind} aria-keyshortcuts="Control+K">
        <Icon of={IconSearch} size={16} />
        <span>Find a person, page or action</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      {props.job !== undefined && <JobPill {...props.job} />}
      {props.demo && (
        <span className={classes.demo} title="Every person in this practice is made up">
          <Icon of={IconFlask} size={16} />
          Demo practice
        </span>
      )}
      <IconButton icon={IconHelp} iconSize={19} label="Help and keys" aria-keyshortcuts="?" onClick={props.onHelp} />
      <button type="button" className={classes.lock} onClick={props.onLock} aria-keyshortcuts="Control+L">
        <Icon of={IconLock} size={17} />
        <span>Lock</span>
        <KeyHint keys="Ctrl+L" />
      </button>
    </header>
  )
}

/** The bar of a window with nobody signed in: the mark and the window's own buttons. */
export const BareTopBar = (): ReactNode => (
  <header className={classes.bar}>
    <div className={classes.brand}>
      <BrandMark />
      <b>Throughline</b>
    </div>
  </header>
)
