import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '#renderer/ui/icon.tsx'
import classes from './form.module.css'

type FormSectionProps = {
  readonly title: string
  /** How many of its fields hold something, of how many. */
  readonly filled: number
  readonly of: number
  readonly startsOpen: boolean
  /** Somebody came for this part: its first field takes the focus. */
  readonly takesFocus?: boolean
  /** A field in it is to be put right: it stays open. */
  readonly hasFault: boolean
  readonly children: ReactNode
}

/** A part of a long form that is folded away until it is wanted, and says how much of it is filled. */
export const FormSection = (props: FormSectionProps): ReactNode => {
  const { title, filled, of, startsOpen, takesFocus = false, hasFault, children } = props
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) content.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [takesFocus])
  const [wanted, setWanted] = useState(startsOpen)
  const contentId = useId()
  const open = wanted || hasFault
  return (
    <div className={classes.section}>
      <h2 className={classes.fold}>
        <button
          type="button"
          aria-expanded={open}
          {...(open ? { 'aria-controls': contentId } : {})}
          onClick={() => setWanted(!open)}
        >
          <Icon of={open ? IconChevronDown : IconChevronRight} size={18} />
          {title}
          <span className={classes.count}>{filled === 0 ? 'Nothing yet' : `${filled} of ${of} filled`}</span>
        </button>
      </h2>
      {open && (
        <div ref={content} id={contentId} className={classes.grid}>
          {children}
        </div>
      )}
    </div>
  )
}
