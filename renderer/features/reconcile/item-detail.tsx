import { type ReactNode, useEffect } from 'react'
import { today } from '#renderer/app/clock.ts'
import { matchesShortcut } from '#renderer/app/shortcut.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'
import { PreviewPane } from '#renderer/ui/split-pane.tsx'
import type { Decision, DECISIONS, ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { itemName } from './item-columns.tsx'
import { ItemFacts } from './item-facts.tsx'
import classes from './reconcile.module.css'

export interface ItemActions {
  readonly decisions: readonly (typeof DECISIONS)[number][]
  readonly onDecide: (item: ReconciliationItem, decision: Decision) => void
  /** Left out where nothing may be taken back. */
  readonly onTakeBack: ((item: ReconciliationItem) => void) | undefined
  readonly onOpenPerson: (personId: string) => void
}

const Buttons = ({
  item,
  decisions,
  onDecide,
  onTakeBack,
  onOpenPerson,
}: ItemActions & { readonly item: ReconciliationItem }): ReactNode => {
  const { personId } = item
  return (
    <div className={classes.actions}>
      {decisions.map(({ code, label, key }, at) => (
        <Button key={code} kind={at === 0 ? 'filled' : 'default'} keys={key} onClick={() => onDecide(item, code)}>
          {label}
        </Button>
      ))}
      {onTakeBack !== undefined && item.decision !== null && (
        <Button keys="U" onClick={() => onTakeBack(item)}>
          Take it back
        </Button>
      )}
      {personId !== null && (
        <Button kind="quiet" keys="P" onClick={() => onOpenPerson(personId)}>
          Open the person
        </Button>
      )}
    </div>
  )
}

/** The item in focus beside its list. */
export const ItemPane = ({ item, ...actions }: ItemActions & { readonly item: ReconciliationItem | undefined }) =>
  item === undefined ? (
    <PreviewPane>
      <p className={classes.quiet}>
        Go to a row of the list to see what each side says. <KeyHint keys="J" /> <KeyHint keys="K" /> move,{' '}
        <KeyHint keys="Enter" /> opens it.
      </p>
    </PreviewPane>
  ) : (
    <PreviewPane
      banner={<PatientBanner layout="preview" patient={bannerOf(item.person, today())} />}
      footer={<Buttons item={item} {...actions} />}
    >
      <ItemFacts item={item} />
    </PreviewPane>
  )

/** The page's own letters rest while a dialog is open, so those printed on its buttons are listened to here. */
const useButtonKeys = (item: ReconciliationItem, actions: ItemActions): void => {
  const singleKeys = useSingleKeys()
  const { decisions, onDecide, onTakeBack, onOpenPerson } = actions
  useEffect(() => {
    if (!singleKeys) return undefined
    const act = (event: KeyboardEvent): boolean => {
      const decision = decisions.find(({ key }) => matchesShortcut(key, event))
      if (decision !== undefined) onDecide(item, decision.code)
      else if (matchesShortcut('U', event) && item.decision !== null && onTakeBack !== undefined) onTakeBack(item)
      else if (matchesShortcut('P', event) && item.personId !== null) onOpenPerson(item.personId)
      else return false
      return true
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      // The letter must not be typed into the field of the dialog that it opens.
      if (!event.defaultPrevented && !event.repeat && act(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [item, decisions, onDecide, onTakeBack, onOpenPerson, singleKeys])
}

/** The item by itself, for small windows and whoever opens it with Enter. */
export const ItemDialog = ({
  item,
  onClose,
  ...actions
}: ItemActions & { readonly item: ReconciliationItem; readonly onClose: () => void }): ReactNode => {
  useButtonKeys(item, actions)
  return (
    <Dialog open onClose={onClose} title={itemName(item)} width={600} footer={<Buttons item={item} {...actions} />}>
      <div className={classes.form}>
        <PatientBanner layout="strip" patient={bannerOf(item.person, today())} />
        <ItemFacts item={item} />
      </div>
    </Dialog>
  )
}
