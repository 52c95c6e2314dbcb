import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { type DocumentNode, type ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { fieldsIn, textOf } from '#shared/features/toolkit/walk.ts'
import classes from './document.module.css'

/** A heading, and whether a fact beneath it has changed. */
export interface OutlineLine {
  /** Place among the document's blocks. */
  readonly at: number
  readonly words: string
  readonly level: number
  readonly changed: boolean
}

/** The headings of a document in order. @param isChanged of a field, by its code. */
export const outlineOf = (
  { content }: ToolkitDocument,
  isChanged: (code: string) => boolean,
  fieldWords: (code: string) => string,
): readonly OutlineLine[] => {
  const lines: OutlineLine[] = []
  const holds = (block: DocumentNode): boolean =>
    fieldsIn(block).some(({ code, frozen }) => frozen === null && isChanged(code))
  for (const [at, block] of content.entries()) {
    const last = lines.at(-1)
    if (block.type === 'heading') {
      const words = textOf(block, ({ code, frozen }) => frozen ?? fieldWords(code)).trim()
      lines.push({ at, words: words || 'Heading', level: Number(block.attrs?.['level'] ?? 1), changed: holds(block) })
    } else if (last !== undefined && !last.changed && holds(block)) {
      lines[lines.length - 1] = { ...last, changed: true }
    }
  }
  return lines
}

type OutlineProps = {
  readonly lines: readonly OutlineLine[]
  /** Place of the heading that the writer is under. */
  readonly here: number | null
  readonly onGo: (at: number) => void
  readonly issues: readonly { readonly number: number; readonly words: string; readonly path: string }[]
}

/** What the document holds, and what was sent of it before. */
export const Outline = ({ lines, here, onGo, issues }: OutlineProps): ReactNode => (
  <div className={classes.outline} data-print="hide">
    <nav aria-label="In this document">
      <p className={classes.outlineHead}>In this document</p>
      {lines.length === 0 && <p className={classes.outlineNone}>No headings yet</p>}
      <ul>
        {lines.map(({ at, words, level, changed }) => (
          <li key={at}>
            <button
              type="button"
              className={classNames(classes.outlineLine, level > 1 && classes.under, at === here && classes.here)}
              aria-current={at === here ? 'location' : undefined}
              onClick={() => onGo(at)}
            >
              {words}
              {changed && (
                <>
                  <StatusShape kind="info" size={13} />
                  <VisuallyHidden>holds a changed fact</VisuallyHidden>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
    <nav aria-label="Issues" className={classes.issues}>
      <p className={classes.outlineHead}>Issues</p>
      {issues.length === 0 && <p className={classes.outlineNone}>Not issued yet</p>}
      <ul>
        {issues.map(({ number, words, path }) => (
          <li key={number}>
            <Link href={path} className={classes.outlineLine}>
              <Icon of={IconFileText} size={16} />
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  </div>
)
