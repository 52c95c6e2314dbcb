import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import classes from './toolkit.module.css'

/** A blank of the document, in the order in which they come. */
export interface Blank {
  readonly code: string
  readonly label: string
}

type BlanksDrawerProps = {
  readonly blanks: readonly Blank[]
  readonly answers: Readonly<Record<string, string>>
  readonly onChange: (answers: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

/** What the document asks for, filled in once and then the same wherever it stands. Kept as it is typed. */
export const BlanksDrawer = ({ blanks, answers, onChange, onClose }: BlanksDrawerProps): ReactNode => {
  const [typed, setTyped] = useState(answers)
  const [begin] = useState(() => blanks.find(({ code }) => answers[code] === undefined) ?? blanks[0])
  const answer = (code: string, words: string): void => {
    const next = { ...typed, [code]: words }
    setTyped(next)
    onChange(Object.fromEntries(Object.entries(next).filter(([, said]) => said.trim() !== '')))
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title="Fill in the blanks"
      footer={
        <Button kind="filled" onClick={onClose}>
          Back to the document
        </Button>
      }
    >
      {blanks.length === 0 ? (
        <p>This document has no blanks. Insert a fact puts one in.</p>
      ) : (
        <div className={classes.issueForm}>
          {blanks.map(({ code, label }) => (
            <TextAreaField
              key={code}
              label={label}
              rows={2}
              maxLength={2000}
              first={code === begin?.code}
              value={typed[code] ?? ''}
              onChange={(words) => answer(code, words)}
            />
          ))}
        </div>
      )}
    </Drawer>
  )
}
