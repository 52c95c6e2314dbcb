import { type ReactNode, useId } from 'react'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { type Destination, type DestinationGroup, destinationKey, destinations, isUnder } from './destinations.ts'
import { Link, usePath } from './router.tsx'
import classes from './rail.module.css'

export type BackupState = {
  readonly kind: 'on-track' | 'at-risk' | 'off-track'
  /** "Backed up 07:40" */
  readonly title: string
  /** "347 people counted" */
  readonly detail: string
}

export type SignedIn = { readonly name: string; readonly role: string }

type RailProps = {
  readonly folded: boolean
  readonly user: SignedIn
  readonly backup?: BackupState | undefined
  /** Late work only, by destination id. */
  readonly lateCounts?: Readonly<Record<string, number>>
}

const groups: readonly DestinationGroup[] = ['Today', 'People', 'Improvement', 'Practice']

type RailLinkProps = {
  readonly destination: Destination
  readonly late: number
  readonly folded: boolean
  readonly here: boolean
}

const RailLink = ({ destination, late, folded, here }: RailLinkProps): ReactNode => {
  const { label, icon, path } = destination
  const name = late > 0 ? `${label}, ${late} late` : label
  return (
    <li>
      <Link
        href={path}
        className={classNames(classes.link, here && classes.here)}
        aria-current={here ? 'page' : undefined}
        aria-keyshortcuts={destinationKey(destinations.indexOf(destination))}
        title={folded ? name : undefined}
      >
        <Icon of={icon} size={19} />
        <span className={classes.label}>{label}</span>
        {late > 0 && (
          <>
            <b className={classes.badge} aria-hidden="true">
              {late}
            </b>
            <VisuallyHidden>{`${late} late`}</VisuallyHidden>
          </>
        )}
      </Link>
    </li>
  )
}

const RailGroup = ({
  group,
  children,
}: {
  readonly group: DestinationGroup
  readonly children: ReactNode
}): ReactNode => {
  const headingId = useId()
  if (group === 'Today') return <ul className={classes.group}>{children}</ul>
  return (
    <div className={classes.group}>
      <p id={headingId} className={classes.heading}>
        {group}
      </p>
      <ul aria-labelledby={headingId}>{children}</ul>
    </div>
  )
}

/** The way to every place that exists, and below it whether the register could be restored and who is signed in. */
export const Rail = ({ folded, user, backup, lateCounts = {} }: RailProps): ReactNode => {
  const [path] = usePath()
  return (
    <div className={classNames(classes.rail, folded && classes.folded)} data-region tabIndex={-1} data-print="hide">
      <nav aria-label="Main" className={classes.groups}>
        {groups.map((group) => {
          const inGroup = destinations.filter((destination) => destination.group === group)
          if (inGroup.length === 0) return null
          return (
            <RailGroup key={group} group={group}>
              {inGroup.map((destination) => (
                <RailLink
                  key={destination.id}
                  destination={destination}
                  late={lateCounts[destination.id] ?? 0}
                  folded={folded}
                  here={isUnder(path, destination)}
                />
              ))}
            </RailGroup>
          )
        })}
      </nav>
      <section className={classes.foot} aria-label="Backup and who is signed in">
        {backup !== undefined && (
          <Link href="/settings/safekeeping" className={classes.line} title={folded ? backup.title : undefined}>
            <StatusShape kind={backup.kind} size={15} />
            <span className={classes.words}>
              <b>{backup.title}</b>
              <span>{backup.detail}</span>
            </span>
          </Link>
        )}
        <div className={classes.line} title={folded ? user.name : undefined}>
          <span className={classes.avatar}>
            <Avatar name={user.name} />
          </span>
          <span className={classes.words}>
            <b>{user.name}</b>
            <span>{user.role}</span>
          </span>
        </div>
      </section>
    </div>
  )
}
