import { IconChevronDown, IconId, IconPhone, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import type { TodayItem } from '#shared/features/today/schema.ts'
import { aboutWords, itemDetail, itemTitle, mayBePutOff, putOffDays } from '#shared/features/today/words.ts'
import { actionOf, shapeOf } from './item-actions.ts'
import classes from './today.module.css'

type ItemCardProps = {
  readonly item: TodayItem
  /** 1 to 5: the key that chooses it. */
  readonly place: number
  readonly chosen: boolean
  readonly mayWrite: boolean
  readonly onChoose: () => void
  readonly onAct: () => void
  /** Sends the drafted letter; left out where there is none. */
  readonly onSend: (() => void) | undefined
  readonly onPutOff: (until: string) => void
}

const Facts = ({ item }: { readonly item: TodayItem }): ReactNode => {
  const { person, facts } = item
  const contact = facts.kind === 'query' && (facts.department !== null || facts.phone !== null) ? facts : null
  return (
    <div className={classes.facts}>
      {contact !== null && (
        <span className={classes.fact}>
          <Icon of={IconPhone} />
          <span>
            <b>{contact.department ?? contact.row.hospital ?? 'The hospital'}</b>
            {contact.phone}
          </span>
        </span>
      )}
      {person !== null && (
        <span className={classes.fact}>
          <Icon of={IconId} />
          <span>
            <b>
              <Link href={`/people/${person.id}/journey`}>{displayName({ ...person, title: null })}</Link>
            </b>
            {identityWords(person)}
          </span>
        </span>
      )}
    </div>
  )
}

/** One thing to do. The chosen one is open, with whom to ring and what can be done. */
export const ItemCard = (props: ItemCardProps): ReactNode => {
  const { item, place, chosen, mayWrite, onChoose, onAct, onSend, onPutOff } = props
  const { label, does } = actionOf(item)
  const mayAct = mayWrite || does === 'go'
  const [tomorrow] = putOffDays(dayNow())
  return (
    <li className={classNames(classes.item, chosen && classes.chosen)} data-item={place}>
      <button
        type="button"
        className={classes.number}
        aria-label={`${place}: ${itemTitle(item)}`}
        aria-expanded={chosen}
        aria-keyshortcuts={String(place)}
        onClick={onChoose}
      >
        {place}
      </button>
      <span className={classes.about}>
        <StatusShape kind={shapeOf(item)} size={15} />
        {aboutWords(item)}
      </span>
      <div className={classes.words}>
        <h2>{itemTitle(item)}</h2>
        <p className={classes.detail}>{itemDetail(item, dayNow())}</p>
        {chosen && <Facts item={item} />}
        {chosen && (
          <div className={classes.actions}>
            {mayAct && (
              <Button kind="filled" keys="Enter" onClick={onAct} data-act={place}>
                {label}
              </Button>
            )}
            {onSend !== undefined && (
              <Button keys="S" icon={IconSend} onClick={onSend}>
                Send the drafted letter
              </Button>
            )}
            {mayWrite && mayBePutOff(item) && tomorrow !== undefined && (
              <>
                <Button kind="quiet" keys="Z" onClick={() => onPutOff(tomorrow.until)}>
                  Not today
                </Button>
                <Menu
                  anchor={<IconButton icon={IconChevronDown} label="Put off until another day" />}
                  items={putOffDays(dayNow()).map(({ label: words, until }) => ({
                    label: words,
                    onChoose: () => onPutOff(until),
                  }))}
                />
              </>
            )}
          </div>
        )}
      </div>
      <span className={classes.minutes}>{`${item.minutes} min`}</span>
      {!chosen && mayAct && (
        <span className={classes.one}>
          <Button size="small" onClick={onAct}>
            {label}
          </Button>
        </span>
      )}
    </li>
  )
}
