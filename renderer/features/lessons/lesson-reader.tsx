import { IconFileExport, IconPencil, IconRoute, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { LessonCard } from '#shared/features/lessons/schema.ts'
import { LessonView } from './lesson-view.tsx'
import classes from './lessons.module.css'

type LessonReaderProps = {
  readonly card: LessonCard
  readonly mayWrite: boolean
  /** Left out where there is no plan to take it into. */
  readonly onTake: (() => void) | undefined
  readonly onChange: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
  /** Why the last file was not written. */
  readonly trouble: string | null
}

/** One card, with what can be done with it. A card of another practice stays as it came. */
export const LessonReader = (props: LessonReaderProps): ReactNode => {
  const { card, mayWrite, trouble } = props
  return (
    <Drawer open onClose={props.onClose} title={card.title} width={640}>
      <div className={classes.card}>
        {trouble !== null && (
          <InlineAlert tone="bad" spoken title="The card was not written">
            {trouble}
          </InlineAlert>
        )}
        <div className={classes.tools}>
          {mayWrite && card.origin === null && (
            <Button icon={IconPencil} onClick={props.onChange}>
              Change
            </Button>
          )}
          {mayWrite && (
            <Button icon={IconFileExport} onClick={props.onExport}>
              Write to a file
            </Button>
          )}
          {props.onTake !== undefined && (
            <Button icon={IconRoute} onClick={props.onTake}>
              Make an action of it
            </Button>
          )}
          {mayWrite && (
            <Button kind="dangerOutline" icon={IconTrash} onClick={props.onRemove}>
              Remove
            </Button>
          )}
        </div>
        <LessonView card={card} practice={card.origin?.practice ?? null} />
      </div>
    </Drawer>
  )
}
