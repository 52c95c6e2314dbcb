import { Drawer as KitDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { DialogFocus } from './dialog-focus.tsx'
import classes from './drawer.module.css'
import { useOverlay } from './overlay-stack.ts'

type DrawerProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Width in px at 100 % text size. */
  readonly width?: number
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A sheet from the right, to look or edit beside the page. Long forms are pages, decisions are dialogs. */
export const Drawer = ({ open, onClose, title, width = 420, footer, children }: DrawerProps): ReactNode => {
  useOverlay(open)
  return (
    <KitDrawer
      opened={open}
      onClose={onClose}
      title={title}
      position="right"
      size={`${width / 16}rem`}
      zIndex="var(--z-drawer)"
      attributes={{ header: { role: 'presentation' } }}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
      classNames={{
        inner: classNames(classes.inner),
        content: classNames(classes.content),
        header: classNames(classes.header),
        title: classNames(classes.title),
        body: classNames(classes.body),
        close: classNames(classes.close),
      }}
    >
      <div className={classes.main}>{children}</div>
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
      <DialogFocus />
    </KitDrawer>
  )
}
